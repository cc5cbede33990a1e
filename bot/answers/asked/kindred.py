"""Words of this field that stand for one another where something is described: "farm", "orchard", "crop"."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from bot.answers.asked.words import same_meaning, stem

_ROWS = """
warehouse logistics fulfilment fulfillment parcel parcels depot storage distribution
hospital hospitals clinic clinics medical healthcare ward patient patients
surgery surgical surgeon surgeons laparoscopy laparoscopic orthopaedic orthopedic
farm farms farmer farmers farming agriculture agricultural agtech agri crop crops field
orchard orchards fruit fruits
picker pickers harvest harvester harvesting pick picking picks
vegetable vegetables tomato tomatoes lettuce cucumber greenhouse greenhouses
cow cows cattle livestock dairy milk milking heifer heifers
stable stables barn barns
fish fishing fishery trawler trawlers cod haddock salmon seafood shrimp
kitchen kitchens cook cooks cooking chef chefs restaurant restaurants food meal meals bowl bowls catering wok canteen
coffee barista baristas espresso cafe
ship ships vessel vessels boat boats hull hulls maritime marine shipping freighter
port ports harbour harbor terminal terminals dock docks container containers
underwater subsea undersea seabed diver divers
sewer sewers sewage pipe pipes pipeline pipelines drain drains mains
drone drones uav uavs flying aerial
quadruped quadrupeds four-legged legged dog dogs
exoskeleton exoskeletons exosuit exosuits wearable wearables
hand hands dexterous finger fingers fingered gripper grippers
joint joints actuator actuators reducer reducers gear gears gearbox gearboxes
skin tactile touch haptic haptics
lawn lawns mow mows mower mowers mowing garden gardens
clean cleans cleaning cleaner cleaners wash washing scrub scrubs scrubbing sweep sweeps sweeping vacuum
weld welds welding welder welders
polish polishes polishing grind grinds grinding sand sanding deburring
paint paints painting painter painters spray
inspect inspects inspecting inspection inspections inspector patrol patrols patrolling check checks checking
deliver delivers delivery deliveries courier couriers
fold folds folding laundry
household households housework chores butler butlers
freezer freezers freezing frozen deep-freeze refrigerated
sort sorts sorting sorter sorters recycling recycle waste trash garbage
teach teaches teaching train trains training
school schools pupil pupils student students children child kids kid classroom
elderly eldercare old older senior seniors nursing pensioner pensioners residents
toy toys companion companions pet pets
police security guard guards
postal post mail letters posten
cargo freight logistics supplies load loads haul hauling
army armies military defence defense soldier soldiers troops armed forces officer officers
mine mines mining miner miners quarry quarries
plantation plantations estate estates
forest forests forestry tree trees logging timber seedling seedlings spruce
solar panel panels photovoltaic
nuclear reactor reactors decommissioning
oil gas petroleum refinery crude
construction building site sites
brick bricks bricklaying masonry
plaster plastering drywall
excavator excavators digger digging dig digs
truck trucks lorry lorries haulage
tractor tractors
tower towers skyscraper skyscrapers high-rise highrise
window windows facade facades façade façades glass pane panes
car cars carmaker carmakers automaker automakers automotive vehicle vehicles
airport airports airline airlines aircraft plane planes aviation aerospace
bank banks lender
insurer insurers insurance
retailer retailers supermarket supermarkets shop shops store stores grocery grocer grocers
hotel hotels hospitality
university universities campus professor professors academic academics lecturer scholar
spin-off spin-out spinoff spinout spun offshoot
couple husband wife married
brother brothers sister sisters sibling siblings twins daughter daughters son sons
vet veterinarian veterinary
ophthalmologist eye eyes
dentist dental teeth tooth
doctor physician surgeon
lawyer lawyers attorney attorneys solicitor
blind visually guide
chip chips semiconductor semiconductors wafer wafers fab
simulation simulator simulated
steel metal metals foundry
textile textiles garment garments sewing clothes clothing
pharmacy pharmacies drug drugs pharmaceutical
laboratory laboratories lab labs
bankrupt bankruptcy insolvent insolvency receivership administration liquidation collapsed
shut shuts shutting closure folded wound ceased stop stops stopped withdraws withdrew withdraw
sack sacked fired dismissed layoffs
approval approved cleared clearance approve authorised authorized green-light nod certified
tender tenders bid bids contract contracts
win wins won winner winning awarded picked chosen
lose lost loses loser
rent rents rented rental lease leases leased leasing
cheap cheapest affordable low-cost inexpensive budget
expensive priciest dearest
unicorn unicorns
grant grants subsidy subsidies
loan loans debt borrow borrows borrowing borrowed
sue sued sues suing lawsuit lawsuits court courts litigation
patent patents
crowdfunding crowdfunded kickstarter indiegogo backers
listed listing exchange
merger merge merged merging
spin-off split carve-out
half-marathon marathon race races
open-source open-sourced opensource
factory factories plant plants production
government state ministry minister
wheel wheels wheeled
swarm swarms
stair stairs
autonomous driverless self-driving autonomy
electric battery-powered
foot feet
bidder bidders suitor suitors interested
sovereign state-owned public
insolvent insolvency bankrupt bankruptcy receivership
payload payloads lifts lift lifting carry carries carrying
kilo kilos kilogram kilograms kg
count counts counted logged tracked recorded tallied
returned return returns refund refunded refunds
layoff layoffs cut cuts
"""


@cache
def kindred(word: str) -> frozenset[str]:
    """The stems that may say what a stem says where something is described."""
    return _table().get(word) or same_meaning(word)


_LONG, _CLOSE = 7, 0.88
"""Letters of a word in which a slip can be told, and how much of it has to be right."""


def is_kind(word: str) -> bool:
    """Whether a stem is that of one of these words."""
    return word in _table()


def meant_kind(word: str) -> str:
    """The one of these words that a word with a slip in it means: "exoskelton"; empty where it is too far from all."""
    return next(iter(get_close_matches(word, _long_words(), 1, _CLOSE)), "") if len(word) >= _LONG else ""


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in _ROWS.split() if len(word) >= _LONG))


@cache
def kindred_words(word: str) -> tuple[str, ...]:
    """The words themselves that may say what a stem says, to be searched for; the stem alone where none are known."""
    rows = (row.split() for row in _ROWS.strip().splitlines())
    return tuple(dict.fromkeys(one for row in rows if word in map(stem, row) for one in row)) or (word,)


@cache
def _table() -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for row in _ROWS.strip().splitlines():
        stems = frozenset(stem(word) for word in row.split())
        for one in stems:
            out[one] = out.get(one, frozenset()) | stems
    return out
