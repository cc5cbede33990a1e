"""Names in running text: what is one name, what it names, and which names are one entity."""

from __future__ import annotations

import pytest

from tests.extraction.reading import kinds_of, read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quillon Robotics CEO Mara Voss opened the plant.", {"Quillon Robotics", "Mara Voss"}),
        ("Brightleaf's Tandem arm sells well.", {"Brightleaf", "Tandem"}),
        ("The Series B was led by Harbor Lane Ventures.", {"Harbor Lane Ventures"}),
        ("Its robot, the Kestrel 2, weighs 40 kg.", {"Kestrel 2"}),
        ("She studied at the Technical University of Quillonia.", {"Technical University of Quillonia"}),
        ("General Meridian and Second Orbit Labs invested.", {"General Meridian", "Second Orbit Labs"}),
        ('It formed a group called "Motion and Touch Lab" in May.', {"Motion and Touch Lab"}),
        ("Faisal bin Nasser al-Qadi joined the board.", {"Faisal bin Nasser al-Qadi"}),
        ("On Monday the Chinese firm hired him.", set()),
        ("Investors liked the robot. Applications are open.", set()),
        ("Contributions are welcome.", set()),
        ("Sixty-four of them went to Vantor.", {"Vantor"}),
        ("Warehouse-automation group Vantor has grown.", {"Vantor"}),
        ("Second Orbit raised money, as backers of Second Orbit said.", {"Second Orbit"}),
        ("He left First Meridian in May.", {"First Meridian"}),
        ("The Quillon Business Bank lent it money since New Year.", {"Quillon Business Bank"}),
        ("Parent Vantor said so.", {"Vantor"}),
        ("Named Tallis Works, it sells arms.", {"Tallis Works"}),
        ("The Institute for Robot Trade counts 40 makers.", {"Institute for Robot Trade"}),
        ("The Tallis 100 costs 5,000 euros.", {"Tallis 100"}),
        ("Nobody at Vantor spoke.", {"Vantor"}),
        ("The round was led by B.K. Marlow.", {"B.K. Marlow"}),
        ("It was bought by H.V.G. Capital Partners.", {"H.V.G. Capital Partners"}),
        ("She has a B.S. in accounting.", set()),
        ("It launched RX-1,a model for arms.", {"RX-1"}),
        ("It raised a Series B. Marlow Capital led it.", set()),
        ("It extended a contract with Vantor, Inc. in May.", {"Vantor"}),
        ("The court appointed a lawyer of the firm Quillmann & Partner.", {"Quillmann & Partner"}),
        ("It was backed by the Quillonia Teachers' Pension Plan.", {"Quillonia Teachers' Pension Plan"}),
        ("Thirty Brisko humanoids work there.", {"Brisko"}),
        ("Two Meridian Labs engineers work there.", {"Meridian Labs"}),
        ("Second Orbit Labs works there.", {"Second Orbit Labs"}),
        ("Twenty-four-year-old Mara Voss runs it.", {"Mara Voss"}),
        ("Under Mara Voss it has grown.", {"Mara Voss"}),
        ("Ex-Vantor engineers founded it.", {"Vantor"}),
        ("Compare Vantor: it lost money.", {"Vantor"}),
        ("Mara Voss, CEO of Ex-Robot, has left.", {"Mara Voss", "Ex-Robot"}),
        ("The Leipzig Figure 02 robots weld.", {"Leipzig", "Figure 02"}),
        ("Vantor CEO Joined Boston Dynamics as adviser.", {"Vantor", "Boston Dynamics"}),
        ("Quillonik Investor Jane Harrow has left.", {"Quillonik", "Jane Harrow"}),
        ("Vantor Logic Investor: we met Vantor Logic.", {"Vantor Logic"}),
        ("In the U.S. Vantor sells arms.", {"U.S.", "Vantor"}),
        ("The chairman Roh Tae-in left.", {"Roh Tae-in"}),
        ("Quillon Innovation Center General manager Mara Voss left.", {"Quillon Innovation Center", "Mara Voss"}),
        ("The founder Moon Hyun-bin has left.", {"Moon Hyun-bin"}),
        ("It was bought by the German Quillonik for cash.", {"Quillonik"}),
        ("It flies with American Robotics.", {"American Robotics"}),
        ("Appointed Jane Harrow as chief operating officer.", {"Jane Harrow"}),
        ("Vantor-rival Quillonik has left.", {"Quillonik"}),
        ("Formerly Vantor Logistics, it moves boxes.", {"Vantor Logistics"}),
        ("He is replaced by VP Operations Jane Harrow.", {"Jane Harrow"}),
        ("Upstart Vantor Drive sells joints.", {"Vantor Drive"}),
        ("Get Signal & Noise in your inbox.", {"Signal & Noise"}),
        ("Quillontine raises 16 million euros.", {"Quillontine"}),
        ("CEO Chae Won-bin and CTO Ok Hye-jin of Vantor left.", {"Chae Won-bin", "Ok Hye-jin", "Vantor"}),
        ("Vantor analyst Kou Yuan and COO Kang Le spoke.", {"Vantor", "Kou Yuan", "Kang Le"}),
        ("Its founder Yuan Gang met He Yichen.", {"Yuan Gang", "He Yichen"}),
        ("It paid 100 million Yuan. So Min-jae left.", set()),
        ("The Kim In-house team met Jun Takamori and Jan-Ole Ottens.", {"Kim", "Jun Takamori", "Jan-Ole Ottens"}),
        ("It sells to the Port of Quill and the Mall of Quillonia.", {"Port of Quill", "Mall of Quillonia"}),
        ("She taught at the University of New Castleton.", {"University of New Castleton"}),
        ("He left the Hospital for Special Surgery.", {"Hospital for Special Surgery"}),
        ("A report by the Research Center of the State Council said so.", {"Research Center of the State Council"}),
        ("The Quillonia People's Congress met.", {"Quillonia People's Congress"}),
        (
            "It was led by Quill Science and Technology Venture Capital.",
            {"Quill Science and Technology Venture Capital"},
        ),
        (
            "The Vantor Robotics Fund I owns Marlow Acquisition Corp. II of Ohio.",
            {"Vantor Robotics Fund I", "Marlow Acquisition Corp. II", "Ohio"},
        ),
        ("Its A-Frame suit beats the Q-Dog, while its A-Shares fell.", {"A-Frame", "Q-Dog"}),
        (
            "The round was led by Ximena del Solar and the Banque des Quillons.",
            {"Ximena del Solar", "Banque des Quillons"},
        ),
        ("She came from Just Quill, which is backed by Do Ventures.", {"Just Quill", "Do Ventures"}),
        ("An Auckland engineer runs it.", {"Auckland"}),
        ("Its founder and MD Sriram Vemuri met Henrik Quill MEP.", {"Sriram Vemuri", "Henrik Quill"}),
        ("Board Secretary Min Harrow left, as did Councilor Ray Quill.", {"Min Harrow", "Ray Quill"}),
        ("MD Quillon Cancer Center uses it.", {"MD Quillon Cancer Center"}),
        (
            "The Ministry of Trade, Water and Energy and Quillon agreed.",
            {"Ministry of Trade, Water and Energy", "Quillon"},
        ),
        ("She left the Ministry of Defence and Quillon.", {"Ministry of Defence", "Quillon"}),
        ("He left the University of Quillonia and Siemens.", {"University of Quillonia", "Siemens"}),
        ("It was told by Minister of Science and ICT Bae Kyung-hoon.", {"Science", "Bae Kyung-hoon"}),
        ("He left Siemens China and Microsoft Research Asia.", {"Siemens China", "Microsoft Research Asia"}),
        ("He left KUKA in China.", {"KUKA", "China"}),
        ('The "World Model Team"with 180 people grew.', {"World Model Team"}),
        ("It was led by Quillon Venture.[12]", {"Quillon Venture"}),
        ("Quillineering made an offer.", {"Quillineering"}),
        ("Teleoperating robots is hard.", set()),
        ("XBot of Suzhou sells arms.", {"XBot", "Suzhou"}),
        ("Maker Sunsward sells arms.", {"Sunsward"}),
        ("It is backed by Quillon Partner Desh Ramnath.", {"Quillon", "Desh Ramnath"}),
        ("Dana Reisz and Will Pflugar founded it.", {"Dana Reisz", "Will Pflugar"}),
        ("Will Quillon sell more?", {"Quillon"}),
        ("Garam Cobot sells arms to the Quill Corps of Engineers.", {"Garam Cobot", "Quill Corps of Engineers"}),
        (
            "The Quillonia Garment Manufacturers and Exporters Association said so.",
            {"Quillonia Garment Manufacturers and Exporters Association"},
        ),
        ("The Vantor Robotics and Quillon Board met.", {"Vantor Robotics", "Quillon Board"}),
        ("Nine Rivers Quill Institute opens.", {"Nine Rivers Quill Institute"}),
        ("Nine Vantor engineers left with You Lingxi and Jun-jun Harrow.", {"Vantor", "You Lingxi", "Jun-jun Harrow"}),
        ("Turnstone Surgical sells arms. Surgical arms are dear. He likes Surgical.", {"Turnstone Surgical"}),
        ("It cooks for Quillon F&B. Marlow cooks for L&T too.", {"Quillon F&B", "Marlow", "L&T"}),
        ("It was bought by E Fund after its Series B.", {"E Fund"}),
        (
            "It sold arms to Quillon Products and Marlow News Shipbuilding.",
            {"Quillon Products", "Marlow News Shipbuilding"},
        ),
    ],
)
def test_what_is_a_name(text: str, names: set[str]) -> None:
    assert {m.text for m in read(text).sentences[0].mentions if not m.anaphoric} == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Quillon Robotics raised $21 million in a Series A round.", "Quillon Robotics", "org"),
        ("The startup Vantor, maker of warehouse robots, was sold.", "Vantor", "org"),
        ("Mara Voss, who founded the firm, said she would stay.", "Mara Voss", "person"),
        ("The company showed a humanoid called Tallis X1 that folds shirts.", "Tallis X1", "product"),
        ("The maker is based in Daejeon.", "Daejeon", "place"),
        ("The machine is called Tallow and carries cartons.", "Tallow", "product"),
        ("So far, 38 Burros are at work. Each Burro can carry 90 kg, and the Burro costs $9,800.", "Burro", "product"),
        ("Mercy Okonjo drove trucks. Okonjo expects to sell them.", "Mercy Okonjo", "person"),
        ("Ravnor Marine filed for bankruptcy. Ravnor owes its suppliers $4 million.", "Ravnor Marine", "org"),
        ("She ran the firm from a bakery in Marietta.", "Marietta", "place"),
        ("He earned a doctorate at Lindqvist University.", "Lindqvist University", "org"),
    ],
)
def test_what_a_name_names(text: str, name: str, kind: str) -> None:
    assert kinds_of(read(text))[name] == kind


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Quillon Robotics grew. Quillon hired ten people.", {"Quillon Robotics", "Quillon"}),
        ("Noh Jae-min founded the firm. Noh had been a teacher.", {"Noh Jae-min", "Noh"}),
        ("Gwen Albright-Ito spoke. Albright-Ito left.", {"Gwen Albright-Ito", "Albright-Ito"}),
        ("The Automated Arm Company (AAC) grew. AAC sells arms.", {"Automated Arm Company", "AAC"}),
        ("Starway Robot (星路机器人) raised money. 星路机器人 is young.", {"Starway Robot", "星路机器人"}),
    ],
)
def test_names_of_one_entity(text: str, forms: set[str]) -> None:
    clusters = [{m.text for m in c.mentions if not m.anaphoric} for c in read(text).clusters]
    assert any(forms <= names for names in clusters)


def test_a_partner_in_a_merger_is_not_the_merged_company() -> None:
    context = read(
        "The carmakers Haulmark and Larkway merge into a company called Haulmark Larkway. "
        "Shares of Larkway rose, those of Haulmark fell."
    )
    names = {m.text: m.cluster for s in context.sentences for m in s.mentions if not m.anaphoric}
    assert names["Haulmark"] is not names["Haulmark Larkway"]


def test_a_numbered_product_is_not_its_maker() -> None:
    context = read("Vantor showed Vantor 2 on Friday. Vantor makes robots; Vantor 2 is its second.")
    assert {"Vantor", "Vantor 2"} <= {c.name for c in context.clusters}


def test_capitals_of_a_headline_make_no_names() -> None:
    context = read(
        "Vantor Robotics raised money.", title="Humanoid Startup Vantor Robotics Raises Fresh Money For Growth"
    )
    assert {m.text for m in context.sentences[0].mentions} == {"Vantor Robotics"}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Vantor Robotics Berhad Annual Report 2025: Statement of the Chairman", {"Vantor Robotics Berhad"}),
        ("Startup Quillon Robotics Inc. Raises Fresh Money For Growth", {"Quillon Robotics Inc"}),
        ("Marlow Acquisition Corp. II Files Another Quarterly Report", {"Marlow Acquisition Corp. II"}),
        ("Robot Maker Raises Fresh Money For Growth", set()),
    ],
)
def test_a_full_legal_name_is_one_in_a_headline(title: str, names: set[str]) -> None:
    assert {m.text for m in read("We grew fast this year.", title=title).sentences[0].mentions} == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Appointed Ingeborg Quill, formerly of Strykon, as Chief Commercial Officer", {"Ingeborg Quill", "Strykon"}),
        ("Systems installed at Dogger Bank and Hywind Quillon", {"Dogger Bank", "Hywind Quillon"}),
        ("Seibu Holdings, AN Venture Partners, Quillon Investment", {"Seibu Holdings", "Quillon Investment"}),
        ("Gusto, by Redmere Robotics (Leeds)", {"Gusto", "Redmere Robotics"}),
        ("Shreya Quill, PhD — Co-founder & Chief Scientist", {"Shreya Quill"}),
        ("Moderator: Prof. Henrik Quill, Marlow Institute of Technology", {"Henrik Quill"}),
        ("Founders: Tanvi Deshmukh, Suresh Quill", {"Tanvi Deshmukh", "Suresh Quill"}),
        ("Vantrex Surgical Deploys Robots, Welcomes Quillon Executive", set()),
        ("The Rise of Service Robots After the Fall of Prices", set()),
        ("Chairman: Jane Harrow, ex-CEO of Marletti Group", {"Jane Harrow", "Marletti Group"}),
        ("Head of Autonomy, Quillon Mobility", {"Quillon Mobility"}),
        ("Research Scientist, Physical Quillons", {"Physical Quillons"}),
        ("Dr. Jane Harrow, Lecturer, University of Quillonia", {"Jane Harrow", "University of Quillonia"}),
        ("Representative: Naoto Harugawa, Representative Director and President", {"Naoto Harugawa"}),
    ],
)
def test_a_line_that_is_no_heading_tells_names(line: str, names: set[str]) -> None:
    context = read(f"It was a good year for all of them.\n\n{line}\n\nThe office is closed today.")
    found = {m.text for s in context.sentences for m in s.mentions}
    assert names <= found if names else not found


def test_a_brand_that_is_written_small_is_a_name_where_it_comes_back() -> None:
    told = "The maker of arms, quillonly, has grown. quillonly, founded in 2018, sells {} arms. Buyers like quillonly."
    assert "quillonly" in {c.name for c in read(told.format("ten")).clusters}
    small = "we like it. so do they. " + told.format("ten") + " and so on. it is fine."
    assert "quillonly" not in {c.name for c in read(small).clusters}
    assert "people" not in {c.name for c in read("It hires people. people say so. Such people work.").clusters}


def test_a_house_is_not_called_by_its_board() -> None:
    context = read("Vantor Works sells arms. The chairman of the Vantor Works Board spoke. Vantor Works grew.")
    assert "Vantor Works" in {c.name for c in context.clusters}
    assert "Vantor Works Board" not in {c.name for c in context.clusters}


def test_a_house_that_is_also_called_by_its_owners_surname_stays_a_house() -> None:
    context = read(
        "Brandt-Antriebe lost half of its staff. In Fulda, where Emil Brandt began with a lathe, Brandt-Antriebe "
        "builds drives. Brandt reckons with 140 million euros this year, and Brandt sells abroad.",
        title="Brandt-Antriebe builds drives for robots",
    )
    named = {c.name: {m.text for m in c.named} for c in context.clusters}
    assert named["Brandt-Antriebe"] == {"Brandt-Antriebe", "Brandt"}
    assert named["Emil Brandt"] == {"Emil Brandt"}


def test_a_curated_name_of_a_person_is_a_person_whatever_stands_around_it() -> None:
    context = read(
        "The bank called it the biggest step so far in Masayoshi Son's push. Quillon is “the next frontier”, Son, the "
        "group's chairman, announced. It has put $2 billion into Vantor this year."
    )
    assert kinds_of(context)["Masayoshi Son"] == "person"
    assert "Son" not in kinds_of(context)
