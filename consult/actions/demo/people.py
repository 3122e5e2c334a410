"""The made-up authority: its staff, what children's pages say, and its children's names. Nobody here is real."""

from consult.store.authorities import Contact

KEY, NAME = "demo", "Brackwater Borough Council"
PASSWORD = "made-up-for-the-demo"  # noqa: S105
"""Printed for whoever tries the demo; a real authority never has it."""

OFFICER = ("amira.hassan@example.org", "Amira Hassan", "officer")
MANAGER = ("gwen.talbot@example.org", "Gwen Talbot", "manager")
ADMINISTRATOR = ("tom.avery@example.org", "Tom Avery", "administrator")
AUDITOR = ("iris.lund@example.org", "Iris Lund", "auditor")
STAFF = (OFFICER, MANAGER, ADMINISTRATOR, AUDITOR)

CONTACT = Contact(
    officer_title="reviewing officer",
    # Numbers that Ofcom keeps for stories.
    out_of_hours_phone="01632 960244",
    cover_name="Tomos Reid",
    cover_phone="01632 960245",
)

LANGUAGES = ("ar", "pl")
"""Turned on although they are drafts: here nobody is asked in earnest."""

CARDED = (("D-901", "Robin", 8, "111122223334"), ("D-902", "Zara", 14, "555566667772"))
"""Reference, first name, age and card number of the two children whom a visitor can be."""

# A child of each name; ages are dealt out by the plan.
FIRST_NAMES = (
    "Aaliyah", "Adam", "Agnieszka", "Aidan", "Alfie", "Amara", "Anwen", "Arjun", "Ayaan", "Beatrix",
    "Bilal", "Callum", "Carys", "Chidi", "Chloe", "Dalia", "Daniel", "Deshawn", "Dylan", "Efua",
    "Eliza", "Emre", "Farah", "Finley", "Freya", "Gethin", "Grace", "Hamza", "Hana", "Harvey",
    "Imani", "Isla", "Jakub", "Jamal", "Jaya", "Kai", "Kezia", "Kofi", "Layla", "Leo",
    "Lowri", "Lucas", "Maisie", "Malik", "Mina", "Nadia", "Noah", "Oluwaseun", "Orla", "Parveen",
    "Rhys", "Rosa", "Samir", "Shanice", "Tadeusz", "Thuy", "Willow", "Yusuf",
)  # fmt: skip
HOMES = ("foster home", "foster home", "foster home", "with family", "children's home")
TEAMS = ("Team North", "Team South", "16 plus")
