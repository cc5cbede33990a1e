"""The words of the field by what they mean: a question has one of them, the sentence that answers it another.

One meaning a row; a row that begins with spaces goes on. "go_under" is a turn of phrase. Words after "|" only stand
in sentences: "kg" tells how heavy something is, though who asks about kilograms does not ask how heavy it is.
"""

ROWS = """
die dies died dying dead death deaths deceased pass_away | survived late
leave_behind bereaved | survived_by survive_by survived leaves
owe owes owed owing debt debts liability liabilities in_debt | loan loans borrowed borrowing creditors
loan loans borrow borrowed borrowing lend lends lent credit
meet meets met get_to_know know_each_other come_across encounter encountered introduced acquainted
relative relatives kin family | wife husband daughter daughters son sons children father mother parents brother sister
  uncle cousin nephew niece grandfather grandmother brother-in-law survived_by
sibling siblings | brother brothers sister sisters twin twins
child children kid kids daughter daughters son sons
wife husband spouse married marry marries marriage
parent parents | father mother dad mum
live lives lived living reside resides home | settled
classmate classmates schoolmate schoolmates roommate roommates fellow_student | met
staff people employee employees workforce workers personnel team headcount employ employs employed payroll colleagues
  person persons staffers heads employment | strong temps hands
hire hires hired hiring recruit recruits recruited recruiting recruitment take_on bring_in sign_up engage engaged
  | joined join joins came appointed new_staff
poach poaches poached lure lures lured entice enticed headhunted hire_away | recruited hired joined came tempted
leave leaves left leaving quit quits resign resigned depart departed departure exit exited give_up retire retired
  step_down step_aside step_back stand_down walk_out bow_out part_ways | former gone goes went no_longer hand_over ex
fire fired sack sacked oust ousted dismiss dismissed dismissal push_out kick_out force_out vote_out
  lose_his_post lose_her_post lose_his_job lose_her_job lose_the_post | removed let_go not_any_more
layoff layoffs lay_off redundancy redundancies redundant job_cuts job_losses shed sheds axe axed let_go dismiss
  dismissed sack sacked fire fired lose_their_jobs | cut cuts lost shrank shrink fall_away slash jobs places leave
succeed succeeds succeeded successor replace replaces replaced replacement follow_in take_over fill fills heir
  follow follows followed
  | in_place_of step_in inherits inherited appointed moves_up new interim acting hands_over his_place her_place
  place_was place_is post_will post_was post_is
lead leads led head heads headed run runs ran boss chief helm oversee oversees manage manages managed manager
  in_charge look_after looks_after responsible supervise supervises direct directs steer headed_by
  | director managing president chief_executive speaks_for governs general chairs
promote promoted promotion | rose rise became moved_up made
deputy vice second-in-command number_two
previously previous former formerly past earlier used_to career background before
  | ex came worked spent was_a years came_from had_been once joined
study studies studied graduate graduates graduated degree doctorate phd university college educated school train
  trained dissertation alma_mater thesis
  | earned read attended institute supervised under bachelor master doctor diploma polytechnic took_a_first
drop_out dropout | left_university no_degree never_went_to_college after_a_year left without
teach teaches taught lecture lectures lecturer professor professorship
hobby hobbies pastime spare_time leisure free_time | plays collects passion
pay pays paid paying payment spend spends spent spending fork_out shell_out cost costs charge charges charged bill
  billed expenditure outlay | price for worth
price prices priced cost costs fee fees charge charges charged tag rate retail go_for sell_for pay
  | sells sold list_price apiece each per_unit asks asking from
rent rents rented rental lease leases leased leasing hire_out subscription | month monthly per_month hour let tenant
hire hired | rent rents rental lease leases leased
subscription subscriptions | per_month a_month monthly
cheap cheaper cheapest inexpensive low-price affordable low-cost low-priced
expensive dear dearer costly pricey costliest
reduce reduces reduced reduction lower lowers lowered cut cuts slash slashed discount discounted bring_down mark_down
  | adjusted fell from below
increase increases increased raise raises raised hike hiked put_up grow grew grown growth rise rises rose expand
  expanded climb climbed jump jumped surge surged soar soared | double doubled higher percent
decrease decreased fall falls fell fallen decline declined drop dropped shrink shrank slump plunge plunged slid slide
  sink sank lose lost losing | lower less percent
profit profits profitable profitability earnings net_income make_money | earned earn surplus in_the_black black
margin margins | gross operating ebit
loss losses lose loses lost losing deficit burn burned lose_money | red in_the_red negative minus
break_even breakeven | profitable profitability black
revenue revenues sales turnover takings income turn_over earn earned earnings | brought_in bring_in
bankrupt bankruptcy insolvent insolvency go_under go_bust fold folds folded collapse collapses collapsed fail fails
  failed failure go_broke out_of_business shut_down wind_up liquidation liquidated demise close_down bust broke
  | receivership administration administrators cease ceased chapter_11 creditors shut shuts shuttered closed closure
  closes gone dissolved
proceeds | spend spent use used uses earmarked money capital funds cash go_into go_towards will_go invest
prepay prepaid prepayment prepayments advance advances deposit deposits down_payment upfront paid_in_advance
grant grants subsidy subsidies subsidise subsidised public_money state_aid
  | support supported aid funded funding award awarded put ministry
budget budgets budgeted | spending outlay expenditure
penalty penalties fine fines fined
salary salaries wage wages pay earn compensation | paid
bonus bonuses payout payouts reward | gets receive get
buyback buy_back repurchase repurchased
pledge pledged pledges commit committed commits commitment promise promised promises undertake vow vowed guarantee
  guaranteed assure | agree agreed oblige obliges obliged
stake stakes share shares slice chunk shareholding holding own owns owned hold holds held equity interest percent
own owns owned owner owners hold holds held holding possess have in_possession keep keeps kept retain retained belong
  belongs belonged | has family-owned of
backer backers investor investors shareholder shareholders invest invested funded bankroll put_money
  | led round fund came money raised from
invest invests invested investing investment put_into pour pours poured inject injected contribute contributed
  stump_up chip_in sink_into spend | put puts cost
valuation valued valuing value worth market_cap market_capitalisation capitalisation | price valued_at
buy buys bought buying buyer acquire acquires acquired acquisition purchase purchases purchased takeover take_over
  snap_up pick_up swallow swallowed gobble_up scoop_up absorb absorbed get_hold_of procure procured
  | sold sell sells selling sale
sell sells sold selling sale divest divested offload offloaded hand_off part_with dispose disposal seller spin_off
  | went bought
reject rejects rejected rejection turn_down refuse refused refuses decline declined declines say_no rebuff rebuffed
  spurn spurned snub decide_against pass_on | told_not not_to_bother never said_no against
cancel cancels cancelled canceled cancellation call_off drop drops dropped scrap scrapped abandon abandoned shelve
  shelved pull_out walk_away fall_through terminate terminated discontinue discontinued axe axed kill killed stop
  stopped halt halted do_away give_up withdraw withdrew get_rid_of | end ended cut collapse collapsed off
get_rid_of rid do_away scrap dispose | remove removed drop dropped sold cut throw
end ended ending exit exited sever severed break_off cut_ties terminate terminated | quit dropped
postpone postponed delay delays delayed push_back put_off defer deferred hold_up overrun overran | late slipped until
negotiate negotiates negotiating negotiation negotiations talks discuss discussed discussing discussions
  | approach approached talk
offer offers offered offering bid bids bidder propose proposed proposal suitor suitors approach approached tender
  | tabled table shoot_after won wanted_us wanted_it wanted_to_buy kicked_the_tires circled courted ready_to_pay
deny denies denied denial dispute disputed invent invented untrue
  | false no_truth nonsense fabricated wrong reject rejected freely_invented not
rumour rumours rumoured rumor rumors rumored gossip hearsay speculation
  | reported report reports said_to whisper claim talks people_familiar
true confirm confirmed confirms | deny denied invented untrue false no_truth nonsense wrong not
agreement agree agreed contract contracts deal deals pact accord sign signed memorandum letter_of_intent
partner partners partnership partnered ally allies alliance team_up work_with tie-up cooperate cooperation
  collaborate collaborated collaboration | joint jointly together with agreement signed mou
license licence licensed licensing licences licenses | rights royalty royalties
merge merged merger merging combine combined combination | joined
compete competes competing competitor competitors rival rivals competition alternative up_against
supply supplies supplied supplier suppliers serve serves served vendor vendors source sources
  sourced provide provides provided | deliver delivered delivers made_by comes_from
customer customers client clients buyer buyers buy buys pay_for user users order ordered patron
  | account orders paying use uses used works_for contract contracts
order orders ordered ordering book booked commission commissioned preorder pre-order request requested
  | backlog purchased bought contract largest
weigh weighs weighed weight heavy light | kilo kilos kg kilograms kilogram tonnes tonne pounds gram grams
lift lifts lifting carry carries carrying payload load loads hoist bear handle haul | kg kilos kilograms tonnes weight
fast faster fastest quick quickly speed speeds rapid rapidly pace velocity
  | hour second seconds minute minutes takes kilometres km
accurate accurately accuracy precise precision reliability reliable | error exact tolerance success rate percent mm
battery batteries endurance runtime run_time | charge charging hours lasts pack packs cell cells
tall height high tower | centimetres cm metres feet
size sizes area big large dimension dimensions floor_space surface
  | square metres hectares sqm hall covers feet acres
temperature temperatures hot cold heat | degrees celsius minus
noise noisy loud | quiet decibels
material materials made_of | steel aluminium plastic carbon film rubber silicone
chip chips processor processors compute semiconductor semiconductors powered_by
software app apps program programme code algorithm operating_system
version versions generation generations edition variant model models
name names named call called calls christened dub dubbed baptised nickname nicknamed rename renamed known_as stand_for
launch launches launched unveil unveiled present presents presented show shows shown showing showcase showcased debut
  introduce introduced release released reveal revealed premiere come_out market
  | appear appears on_sale see issue issued published first
make makes made making produce produces produced production build builds built manufacture manufactures manufactured
  manufacturing assemble assembled turn_out churn_out output develop developed
  | roll_off maker comes_from
test tests tested testing trial trials trialled pilot piloted piloting try trying tried try_out evaluate
  experiment | use uses customers
use uses used using user users usage utilise deploy deployed deploys employ operate operates operating apply
  | customers customer customer's works work working run runs in_service tests for bought
install installs installed installation installations put_up set_up place placed fit fitted mount mounted deploy
  deployed | newly
repair repairs repaired fix fixes fixed maintain maintains maintenance service services servicing mend mended
  after-sale aftersales
defect defects fault faults faulty recall recalled break breaks broke broken malfunction bug bugs failure failures
  | failed problem
accident accidents injure injured injury injuries hurt crash crashed incident incidents collision mishap
  | fire bite bites killed damage
approve approved approval clearance cleared certified certificate certification certify permit permits permitted
  authorised authorisation green_light allowed allow | submitted regulator licence awaited nod
data | footage recordings recorded collected hours demonstrations samples
collect collects collected collecting gather gathers gathered gathering record recorded accumulate
train trains trained training learn learns learned taught teach | data hours
score scores scored points benchmark result results achieve achieved | success rate percent
task tasks job jobs chore chores duty duties do
  | handles does performs picks sorts folds cleans loads carries
factory factories plant plants hall halls site sites facility facilities works workshop workshops production_line mill
  production_site manufacturing
office offices headquarters headquartered hq | seat base based
move moves moved moving relocate relocates relocated relocation transfer transferred shift shifts shifted
open opens opened opening inaugurate inaugurated | begin start
construct constructed construction build built building erect erected ground_broken break_ground put_up groundbreaking
capacity capacities produce output | room able annually a_year per_year a_month able_to pieces
shop shops store stores outlet outlets branch branches supermarket supermarkets restaurant restaurants
country countries nation nations | markets abroad
abroad overseas foreign international | export exports exported
peak zenith heyday at_most maximum highest | height most record top
total altogether overall in_all all_told combined sum in_total
share percent percentage proportion fraction portion | part third quarter half tenth tenths account
quarter half third | per_cent percent
double doubled twice twofold | times
often frequently frequency how_often | times daily a_day per_day every
level levels step steps stage stages grade grades degree degrees class classes tier tiers phase phases
type types kind kinds sort sorts model models variety varieties
first earliest initial inaugural maiden debut
begin begins began begun start starts started starting commence launch open go_live kick_off
  | come_on_stream operational first goes
end ends ended finish finished complete completed close closed conclude expire expires run_out
last lasts lasted duration term how_long | until through long took open
say says said tell tells told think thinks thought view views opinion believe believes comment commented stance
  attitude describe described argue argued reckon speak speaks spoke react reacted reaction remark remarked
  explain explained call called respond | admitted warned complained claims laughed sees quote
warn warns warned warning caution cautioned fear fears afraid worry worries worried concern concerns concerned
complain complains complained complaint complaints grumble grumbled objection objections object
criticise criticised criticism criticize criticized attack attacked scold scolded accuse accused blame | sell-out
praise praises praised laud lauded
reason reasons explain explains why because blame blamed attribute owing_to due_to cause caused
announce announced announces announcement disclose disclosed reveal revealed make_public | told said
admit admits admitted concede conceded acknowledge acknowledged confess
demand demands demanded request requests requested insist call_for | asks asking wants ask asked letter
answer answers answered reply replies replied respond responded response | said called told insists calls
apologise apologised apology | sorry
court courts judge judges ruling rule ruled verdict jury tribunal appeal
sue sues sued suing lawsuit lawsuits suit litigation take_to_court legal_action
  | court judge filed complaint alleges damages plaintiff accuses trial
damages compensation settlement settle settled | pay award awarded
investigate investigated investigation investigations probe inquiry | examine looking_into
secret stealth hidden confidential | undisclosed quietly quiet
ban bans banned prohibit prohibited forbid forbids forbidden outlaw outlawed bar barred block blocked
rule rules regulation regulations law laws act directive standard standards
government ministry minister state federal authority authorities agency | department council
risk risks danger dangers threat threats
problem problems difficulty difficulties trouble troubles challenge challenges hurdle obstacle bottleneck weakness
  shortcoming | hard failed issue cause causes caused
shortage shortages short lack lacks lacked lacking missing scarcity scarce
  | not_enough empty impossible_to_find need needs impossible
inspire inspired inspiration idea ideas come_up conceive conceived
  | noticed notice realised prompted because came after saw thought
prize prizes award awards awarded win wins won winner honour honoured medal
rank ranks ranked ranking rankings | place top first position
fair fairs exhibition exhibitions expo trade_show conference congress | stand booth show
film films filmed video videos clip clips footage
visit visits visited tour | guest
paper papers study studies journal publication publish published report research
condition conditions in_return in_exchange require requires required requirement requirements oblige obliges obliged
  contract_oblige stipulate have_to | provided demand must terms proviso contingent minimum
  clause only_once only_when only_if as_long unless
exclusive exclusively exclusivity | sole only
distributor distributors distribute distributes distribution dealer dealers reseller
adviser advisers advisor advisors advise advises advised advising underwriter underwriters sponsor sponsors broker
  brokerage bookrunner handle handles handling | lead_manager tutoring mandate bank banks managing work_with
listing list listed ipo float public go_public flotation | tutoring prospectus exchange shares
rescue rescued save saved saves bail_out lifeline keep_alive keep_afloat bring_back
  | pay_salary paid_salary paid_salaries convertible bridge stepped_in helped
arrears back_rent after_the_fact overdue outstanding | make_up owed unpaid
donate donated donates donation gift | gave give charity
candy sweet sweets confectioner confectionery chocolate chocolatier
supermarket supermarkets grocer grocers grocery | retailer
plane planes aircraft jet | airline fly flies flight
carmaker carmakers automaker automakers automotive car cars vehicle vehicles
bank banks lender lenders
hospital hospitals clinic clinics
farm farms farmer farmers agriculture agricultural | orchard grower growers field
sheep ewe ewes lamb lambs
army military defence defense soldiers | barracks forces troops
post postal parcel parcels mail
carer carers caregiver caregivers nurse nurses care_worker nursing
contractor contractors builder builders | construction
union unions works_council
apprentice intern interns trainee
burn burns burnt burning scorched
turn turns turned turning flip flips flipped
trust trusts foundation
long-serving veteran | service years'
call calls called phone phoned telephone ring contact contacted
snow winter ice frost
shift shifts
dog dogs | bite bites
wheel wheels wheeled
leg legs legged
finger fingers fingered fingertip fingertips thumb thumbs
joint joints degrees_of_freedom degree_of_freedom dof axes axis
skin touch tactile | film coating
motor motors actuator actuators | drive drives
recipe recipes dish dishes meal meals food cook cooks cooking cooked
ship ships boat boats vessel vessels
clean cleans cleaning cleaned scrub scrubs wash | scrubber
pick picks picked picking harvest harvests harvested harvesting
fold folds folding laundry
coffee barista
fund funds | vehicle
headline title
photo picture photograph
currency currencies
strategy plan plans planned planning aim aims intend intends intention goal goals target targets ambition hope hopes
  | wants will would by promised expects next
expect expects expected forecast forecasts predict predicts estimate estimates reckon anticipate | sees will by
reserve reserved preorder pre-orders waiting_list
share_price stock | shares closed
gain gained gains get gets got receive received obtain obtained
  | gave brought gives bring came
contact call phone
demonstrate demonstrated demonstration demo demos
withstand survive survives survived
quantity volume
insure insured insurance insurer
deadline due by_when | until end
divide divided split splits breakdown | share shares ratio percent stake thirds
depend depends dependent dependence rely relies reliant reliance | accounts_for share percent largest biggest
consist consists include includes comprise
spin_off spin_out spun_off spun_out spinoff spin-off spinout spin-out
own_brand brand brands
""".strip().splitlines()
