"""What colleagues say among themselves for what articles say soberly: the third of the tables, read like the others."""

from __future__ import annotations

TALK_ROWS = """
fall_apart fell_apart come_apart came_apart blow_up blew_up go_south went_south go_sour unravel unravelled
  | abandoned called_off broke_down failed_to_agree withdrawn collapsed fell_through dropped
go_through go_thru pan_out come_off come_together materialise get_done
  | withdrawn abandoned completed dropped revolted blocked closed approved rejected
bail bails bailed drop_out dropped_out back_out backed_out pull_out pulled_out bow_out bowed_out get_cold_feet
  chicken_out | walked_away withdrew not_join did_not_join not_participate declined left
pass passes passed say_no said_no sit_out sat_out
  | did_not_join not_join not_participate declined did_not_take_part stayed_out turned_down not_in
circle circling eye eyes eyeing sniff_around sniffing_around court courting woo hover
  | weighing considering offer interested talks exploring approached
look_at looked_at kick_the_tyres go_through went_through | reviewed reviewing examined studied due_diligence books
heavyweight heavyweights big_name big_names household_name giant
stick_around sticks_around stay_on hang_around hang_on stick_with lock_in locked_in left_in_the_building
  | stay stays remain remains years
walk_away_with walks_away_with pocket pockets pocketed get_out_of cash_in cash_out
  | receive receives receipt stands_to paid proceeds sold worth
ticket tickets cheque cheques check checks | invested paid put_in million stake
cap_table | shareholder shareholders investor investors invested stake passed owns holds backers
first_money first_cheque first_check early_money | cheque seed pre-seed angel first
costliest priciest dearest most_expensive biggest_cost | accounts share expensive cost
add_up_to adds_up_to sum_to sums_to come_to comes_to | total totals altogether cost
pack_up packed_up up_sticks clear_off | moved moves relocated closer
unimpressed sour_on cool_on down_on sceptical | left lost weak no_successor late behind cautious sell
conflict_of_interest conflicted | bookrunner underwriter sponsor shareholder owns holds acted adviser relationship
sticker_price list_price price_tag sticker | costs sells priced price
ownership owned_by | shareholding investment_ratio stake holds majority shares
split splits | ratio each equally half
settled done_deal final certain | decided agreed confirmed signed nothing_has_been_decided
outright whole entire lock_stock_and_barrel | whole all entire control
unusual special remarkable odd peculiar unlike | first only outside never youngest
cut_and_dried truth_in_it any_truth true made_up | denied denies invented confirmed rumour
prior_year year_before previous_year prior | last_year year_earlier
where_from poach poached lure lured hire_away | recruited joined came_from previously former
lend lends lent borrow borrowed | debt loan credit financing facility
freezer freezers cold_store | frozen freezer cold
run_out_of_money broke burn_through | cash insolvency bankruptcy runway
make_of reckon reckons verdict take_on | says thinks calls expects
hardware_under under_the_hood inside | built based uses from
haircut knocked_down markdown marked_down | below lower down discount
cost_to_build build_cost bill_of_materials bom | parts components material cost
drag_feet slip slips slipped push_back pushed_back postpone postponed
  | delayed delay later revisit after postponed
take_a_stab have_another_go try_again | revisit again later plans
freebie free_of_charge gratis | free nothing
dodgy shady fishy | fraud fake investigation
cto chief_technology_officer technology_chief chief_technical_officer technical_director technology_director
  head_of_technology technology_head
cfo chief_financial_officer finance_chief finance_director finance_boss head_of_finance finance_head
ceo chief_executive chief_executive_officer managing_director
coo chief_operating_officer operations_chief head_of_operations operating_chief
gripe gripes complaint complaints complain complained grumble grumbles moan objection objections | angry protest
money_back refund refunds refunded reimburse reimbursed reimbursement | returned repaid
sink sinks sank sunk scupper scuppered derail derailed torpedo torpedoed scotch scotched
  | ended collapsed failed fell_through broke_off over came_to_nothing
tally tallied tot_up count counted counts track tracked record recorded register registered | total number
pull_in pulled_in rake_in bring_in brought_in take_in collect collected raise raised | seek seeks looking_at worth
alumni alumnus graduates ex-members | startups founders housed been_through came_out_of
exist exists existing existence survive survives survived alive around | left remain remains still
decline declined turn_down turned_down refuse refused say_no rebuff rebuffed spurn spurned
  | walked_away rejected withdrew passed looked_at
chop chopped lop lopped cut_off drop dropped ditch ditched | without fewer one-armed single one
beaten lose_out lost_out outbid outbidden pip pipped | beat won lost
come_out came_out roll_out rolled_out roll_off rolled_off leave_the_line left_the_line
  | delivered built made shipped units sets produced released
promise promised promises pledge pledged vow vowed | said target planned announced would
drawing drawings blueprint blueprints designs documents files
walk_off walk_out_with walk_off_with pinch pinched steal stole stolen copy copied download downloaded take taken took
  | walking_out handed handing passed
claim claimed claims seek seeks demand demanded | damages at_least
in_operation in_service in_use at_work deployed out_there in_the_field installed active | running units fleet
preorder preordered pre-order reserve reserved reservation deposit | bought order
til until till deadline by | through expires end
lined_up groom groomed in_line heir heirs family succession | son daughter successor
cheapest least_expensive lowest | bill
bill bills invoice invoices | cost paid
reduce reduced reduction shrink shrunk cut trim trimmed slash slashed | from down half
shut_down wind_down wind_up wound_up pull_the_plug plug_pulled | closed closes insolvency ends dissolved
job_cuts jobs_go jobs_lost let_people_go | redundant dismissed layoffs jobs
boss_around report_to reports_to answer_to | under to
financially financial finances bottom_line
  | revenue revenues sales turnover booked profit loss lost earned losses takings
dependent dependence depend_on rely_on reliant | accounts_for account_for percent share largest biggest bulk
sink_into sank_into sunk_into plough_into ploughed_into pump_into pumped_into plow_into throw_at splash_on sunk
  | invested invests poured put spent injected
broker brokers brokerage
  | sponsor sponsors underwriter bookrunner adviser advisers mandated picked analyst researcher securities
penalty penalties | break_fee termination_fee break-up_fee break-up compensation
break_fee break-up_fee breakup_fee termination_fee penalty
takeover takeovers acquisition acquisitions merger mergers dealmaking m&a
  | deals transactions transaction tie-ups
subscribe subscribed subscription take_up taken_up took_up | oversubscribed
outbid lose_out lost_out loser losers losing_side runner-up come_second
  | topped higher_offer beat beaten lost losing second instead
winner winners win won prevail prevailed prevails
rename renamed rebrand rebranded new_name pick_a_new_name take_a_new_name change_of_name name_change change_name
  changed_name
  | pronounced sounded brand called formerly present_name current_name
start_capital starting_capital start-up_capital startup_capital seed_money initial_capital began_with started_with
  start_with | seed severance savings inheritance loan borrowed own_money
runway cash_last money_last run_dry last_until | money cash until enough through
afford splurge fork_out cough_up | pay paid price cost
fee fees charge charges | per_month a_month monthly an_hour a_day per_use
monthly per_month a_month
annual annually per_year a_year per_annum
hourly per_hour an_hour
weekly per_week a_week
outright purchase_price buy_it | purchase buy costs price sale
leave_factory leave_the_factory left_the_factory leave_the_factories left_the_factories leave_the_plant
  left_the_plant come_off_the_line came_off_the_line
  | shipped ships shipments shipment delivered deliveries units produced built
stand_around standing_around stands_around lie_around lying_around sit_around sitting_around gather_dust idle unused
  mothballed parked | wait waiting unsold standing stand shelved
unfinished incomplete half-finished half-built | without missing lacks lack awaiting
unsold left_over | inventory stock warehouse unused
whats_wrong wrong_with go_wrong went_wrong fault faults faulty defect defects defective flaw flaws bug broken
  wear_out wears_out wore_out worn_out | fails failed failure problem problems breaks broke cracked
lifetime lifespan service_life durability durable | hours cycles
recall recalls recalled call_back called_back | withdrew withdrawn returned
upset unhappy discontent grievance | angry dissatisfied complained protest protested
union unions organised_labour | works_council employees_representatives labour labor
block blocks blocked veto vetoed vetoes bar barred kill killed torpedo strike_down
  | rejected refused prohibited forbade objected stopped
blessing nod go-ahead go_ahead thumbs_up green_light clear cleared clearance approve approved approval
strings strings_attached catch small_print fine_print | condition conditions provided only_if unless up_to
perk perks freebie freebies | free discount bonus
severance golden_handshake payoff redundancy_pay | redundancy severance_pay
earn_out earnout earn-out milestone milestones | additional up_to target targets reached linked tied paid_out
all_cash cash_up_front upfront up_front | up_to milestones milestone shares instalments
lock-up lockup lock_up | not_sell may_not_sell bound_to_hold
dilute dilutes diluted dilution | new_shares issued issue
cash_pile war_chest cash_reserves cash_position in_the_bank | cash reserves bank money
burn burns burned burn_through cash_burn | spends uses cash losing a_month
arrears unpaid owe owes owed creditor creditors | debt debts lender lenders
liquidator administrator receiver trustee
suitor suitors bidder bidders | interested interest offer talks circling
rating ratings recommendation recommend recommends recommended verdict
  | buy sell hold overweight underweight neutral outperform add reduce
target_price price_target share_price_target | target
analyst analysts researcher strategist | broker
short_seller short-seller shortseller | short report alleged
accuse accuses accused allege alleges alleged allegation allegations claim claims | sued suing
ruling decision verdict | decided ruled found held dismissed
plaintiff claimant | sued sues suing
infringe infringes infringed infringement copy copies copied imitate imitation knock-off clone | patent patents violated
hack hacked hackers cyberattack | breach attack ransomware
crackdown curb curbs | ban rules tightened restrict restrictions
red_tape paperwork bureaucracy | permit permits approval licence
crew squad | employees people team staff
defect_to jump_ship move_over switch_sides | joined moved left went
stand-in caretaker stopgap step_in interim acting temporary provisional
bigwig honcho head_honcho top_dog | head chief director boss
newcomer newcomers rookie new_face new_entrant | joined entered
veteran old_hand | decades long-serving
hail_from roots upbringing | came born grew_up native
brainchild | idea invented founded
spark sparks sparked prompt prompts prompted set_off touch_off | triggered because idea caused
motive motives rationale thinking_behind logic | because wanted aim wants in_order
outlook guidance forecast forecasts projection | expects expected sees predicts
pipeline backlog order_book orders_in_hand | orders ordered on_order
flagship | largest main best-known
bestseller best-seller best-selling top-selling | sold most_popular
trail trails trailing lag lags runner-up | behind second third
commission kickback | percent fee share
premium | above percent
discount markdown | below percent lower
output production capacity throughput | units pieces a_year per_year an_hour
utilisation utilization uptime downtime availability outage | percent hours down failed
reach range | metres kilometres km miles
floor_space floorspace footprint premises | square_metres square_feet hall building
sensor sensors eyes | camera cameras lidar
brain brains | chip computer model processor
muscle muscles | actuator actuators motor motors
guts innards insides | components chip inside
dexterity dexterous nimble | fingers degrees
crash crashed crashes collide collided collision accident accidents mishap incident | hit fell injured struck
ramp ramp_up scale_up step_up crank_up | increase raise capacity expand
local_content localisation homegrown home-grown domestic domestically | local percent home
middleman intermediary go-between | dealer distributor broker agent
sweetener incentive incentives tax_break tax_relief handout handouts taxpayer taxpayers
  | subsidy grant bonus exemption relief state public government
cap ceiling upper_limit limit | maximum at_most no_more_than
floor threshold lower_limit at_least | minimum
timetable schedule timeline | planned due until
hold-up holdup bottleneck bottlenecks choke_point | delay delayed shortage lack waiting
glut oversupply overcapacity | too_many unsold excess
turnaround comeback recovery recover | profit rose returned
nosedive tank tanked plummet plummeted crater cratered tumble tumbled | fell dropped plunged lost
rally rallied skyrocket skyrocketed shoot_up shot_up | rose jumped soared gained
delist delisted delisting take_private taken_private took_private | removed exchange offer private
spin_off carve_out carved_out spun_out hive_off | separated sold independent
fire_sale auction auctioned under_the_hammer hammer | bid bids sold lot lots
haggle haggled bargain | negotiated price talks
seal sealed ink inked sign_off strike_a_deal struck_a_deal tie_the_knot | signed agreed completed merged
fall_out fell_out falling-out feud rift spat bust-up row dispute disputes
  | quarrel disagreement argued court disagreed conflict
patch_up make_peace bury_the_hatchet | settled settlement agreed
vacancy vacancies vacant opening | open post position unfilled
gig | job contract
stand_for stands_for short_for abbreviation acronym | named
investing fund_with bankroll angel angels | investor invested money
smaller small minor little | modest less mini
columnist writer author reporter correspondent reviewer | column
""".strip().splitlines()
