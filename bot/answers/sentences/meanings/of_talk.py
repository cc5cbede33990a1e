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
""".strip().splitlines()
