"""Words of everyday life by what they mean, as `of_the_field` has the others: small things are asked by them."""

from __future__ import annotations

COMMON_ROWS = """
warn warned warning inform informed notify notified alert alerted tell told let_know | inform
swap swaps swapped swapping exchange exchanged replace replaced replacing replacement change_out switch switched
control controlled controls steer steers steered remote-controlled manoeuvre
  | pilot piloted guide guided remote trailer joystick operate operated drive driven
clear clears cleared empty emptied emptying clean_out clear_out vacate drain drained
remove removes removed removal tear_out take_out rip_out get_rid_of pull_out strip throw_out dismantle dismantled
  uninstall | tore gone sold dropped
equip equips equipped fit fits fitted outfit outfitted furnish install installed kit_out
decide decides decided decision choose chooses chose chosen choice pick picks picked select selected selection
  settle_on opt opted make_up its_mind go_for | announce
temporary temps temp interim casual short-term
multiple multiples | times
develop developed trend change changed evolve evolved | rose fell grew shrank climbed dropped up down went from
want wants wanted interest interested bid bids bidding offer offered | court courted after fight compete tried
rescue bailout lifeline | term_sheet offer
silent speechless mute | speak stopped talking forgot offline
revive revived restore restored bring_back resurrect | again talking alive
based_on build_on built_on run_on runs_on powered_by derive derived | ran uses foundation
transport transports transported carry carries carried bring brings ferry ferried move moved haul hauled shuttle
  | running delivers
save saves saved saving spare spared | used swallow less fewer took cut
nurse nurses nursing
hold_on stick sticks stuck cling clings attach attached adhere grip | fans suction magnets
wear wears wore worn put_on
villager villagers resident residents inhabitant inhabitants locals neighbours people
drink drinks beverage beverages
nickname moniker | call called known
odd strange weird unusual curious
hurt harm damage damaged damages ruin
fix mend repair
hide hid hidden conceal
steal stole stolen theft rob robbed
catch_fire fire fires burn burnt burned blaze ablaze flames smoke
flood flooded flooding water
bullet gun guns weapon weapons ammunition
attack attacked strike shelling war
explode exploded explosion blast
cause caused causes trigger triggered lead_to | because due swelled blamed fault
injured wounded casualties hospitalised
save_money economy economical cheaper saving savings | less
profitability payback pay_back return_on_investment amortise pays_for_itself | months years
storage store stored stock inventory shelves
charging charge recharge plug dock docking
wireless cable cabled tether tethered
waterproof rain wet water submersible
dust dirty mud muddy clean
weather storm wind
night overnight nights
weekday weekend weekends
holiday vacation
breakfast lunch dinner meal
smart clever intelligent
stupid dumb
strong powerful force strength newtons
weak weakness fragile
soft hard stiff
rough approximate approximately
tiny small little miniature compact smallest
giant huge enormous vast
narrow tight thin
thick wide broad width
deep depth
edge border frontier boundary
garage shed barn basement cellar workshop
kitchen bedroom bathroom toilet room rooms
stairs steps staircase step
elevator elevators escalator | lift lifts
door doors gate
window windows glass facade
roof ceiling floor
wall walls
street pavement sidewalk road kerb curb
bridge tunnel
rail railway metro | train trains track tracks
truck trucks lorry lorries van vans
bus buses coach
bike bikes bicycle scooter motorcycle
port harbour harbor dock terminal quay
airport airports
mine mines pit quarry
forest wood timber trees
river lake sea ocean marine underwater
island islands
mountain hill
desert sand
village villages town towns municipality
region regional province provincial county prefecture state
customs tariff tariffs | duty duties border
visa passport citizenship nationality national citizen
church priest
king queen royal
mayor governor senator
election vote voted ballot
party parliament congress senate lawmakers
treaty agreement convention
embassy ambassador diplomat
spy espionage
prison jail jailed arrested detained custody sentenced
guilty convicted plead pleaded
innocent acquitted cleared
witness testify testified testimony
evidence proof document documents memo
contract_term duration period validity | years until runs out expires
expire expires expired run_out runs_out end
renew renewed extend extended extension prolong
penalty_clause damages
guarantee warranty warranties
delivery_date deliver deliveries completed by
spare_parts spares parts components
ingredient ingredients component components consist made_of
recipe formula
taste flavour flavor
smell odour
sound noise voice
colour paint painted
music song sing dance dancing
game games toy toys | play plays playing
sport football tennis race
win wins won winning victory beat defeat defeated
lose loses lost defeat
champion title cup
student students pupil pupils
teacher teachers instructor lecturer
course courses class lesson lessons curriculum
exam exams
scholarship
laboratory lab labs
experiment experiments trial trials
discover discovered discovery | found
invent invented inventor invention
scientist scientists researcher researchers
doctor doctors physician physicians surgeon
patient patients
disease illness sick
drug drugs medicine pill pills medication
surgery surgeries | operation operations procedure procedures
elderly old aged seniors pensioners grandmother grandfather
disabled disability wheelchair paralysed paraplegic
blind deaf
baby infant toddler
pregnant pregnancy birth
funeral grave buried
wedding bride married
divorce divorced separated
lonely loneliness alone
afraid scared fear frightened
angry furious anger outraged
happy glad pleased delighted
sad unhappy disappointed regret regrets regretted
proud pride
ashamed embarrassed embarrassment
surprised astonished
tired exhausted
hungry thirsty
rich wealthy billionaire millionaire fortune
poor poverty
lucky luck fortunate
honest honesty lie lied lying
trust trusted
doubt doubts sceptical skeptical cautious
agree_with support supports supported back
disagree disagrees dispute differ
argue argument quarrel row fight fought
apology apologised
secretly quietly in_secret
publicly openly
suddenly unexpectedly
slow slower slowly delay
early ahead_of_schedule
late behind_schedule overdue
wrong mistake mistakes error errors flaw
problematic trouble
solve solved solution | fix answer
prevent prevented stop stopped avoid avoided keep_from
allow allowed let permit enable
obey follow comply compliance
break_law violate violated breach
attempt attempts try tried effort
succeed success successful
fail failed failure unsuccessful flop flopped | lost
continue continues carry_on go_on persist remain
pause paused suspend suspended freeze frozen interrupt | stopped
resume restart restarted
grow_up raised childhood
retire retired pension
volunteer unpaid
freelance contractor temp
strike walkout stoppage industrial_action
overtime hours shift
salary_cut pay_cut
share_options stock_options | options
bonus incentive
expensive_part cost costly
bill_of_materials components parts
import imports imported
export exports exported ship
distribute share hand_out give_out
collect gather pick_up
connect connected link linked attach
separate split divide apart
mix mixed blend combine
measure measured measures measurement
compare compared comparison versus than
describe described liken likened compare
translate translated translation
write wrote written author
publish published print printed
broadcast stream streamed televised
advertise advertised advert advertising
photograph photographed pictured
celebrate celebrated party anniversary
attend attended visit took_part participate participated present
invite invited invitation
host hosted hosts
organise organised organize organized
cross_sell upsell
second-hand used refurbished resale
waste scrap rubbish trash recycling recycle recycled
energy power electricity electric kilowatt watts
fuel diesel petrol hydrogen gas
solar sun panels
nuclear radioactive radiation reactor fuel
emission emissions carbon climate
clean_up cleaning decommission decommissioning cleanup
give_back hand_back send_back return returned returns | back
want_out back_out get_out pull_out wriggle_out withdraw | remorse tried stopped unwilling
represent represented represents lawyer lawyers attorney attorneys solicitor | counsel firm
check checks checked count counts counted inspect inspected scan scans scanned examine look_at | per
remain remains remained stay stays stayed keep_on | for
leak leaks leaked leaking leakage | lost
lose loses lost losing | leak leaks waste
""".strip().splitlines()
