package nl.koppelwerk.data.sample;

import java.util.List;

/** Names that nobody has: first names as one hears them in Rotterdam, with surnames put together from things. */
final class SampleNames {
    private static final List<String> WOMEN = List.of(
            "Aïsha",
            "Amina",
            "Anouk",
            "Aylin",
            "Beata",
            "Chloë",
            "Daniëlla",
            "Demi",
            "Elif",
            "Esra",
            "Fatima",
            "Femke",
            "Graça",
            "Hanna",
            "Ilse",
            "Inês",
            "Joke",
            "Kadija",
            "Latifa",
            "Lien",
            "Magda",
            "Mariam",
            "Marloes",
            "Mirjam",
            "Nadia",
            "Noor",
            "Olena",
            "Petra",
            "Rachida",
            "Rosa",
            "Samira",
            "Saskia",
            "Selam",
            "Sevda",
            "Sharina",
            "Tamara",
            "Tirza",
            "Willemijn",
            "Yasmina",
            "Zofia");
    private static final List<String> MEN = List.of(
            "Abdel",
            "Ahmed",
            "Bart",
            "Bilal",
            "Cem",
            "Daan",
            "Dawit",
            "Erik",
            "Farid",
            "Gijs",
            "Hassan",
            "Ibrahim",
            "Jelle",
            "João",
            "Kees",
            "Krzysztof",
            "Marek",
            "Mehmet",
            "Milan",
            "Nico",
            "Omar",
            "Pim",
            "Rachid",
            "Ravi",
            "Ruben",
            "Said",
            "Sven",
            "Tarik",
            "Wout",
            "Yusuf");
    private static final List<String> THINGS = List.of(
            "Wolken",
            "Sterren",
            "Maan",
            "Regen",
            "Vlinder",
            "Kompas",
            "Lantaarn",
            "Honing",
            "Kiezel",
            "Klaver",
            "Nevel",
            "Parel",
            "Vonken",
            "Zilver",
            "Koper",
            "Wilgen",
            "Anker",
            "Ketel",
            "Kaarsen",
            "Trommel",
            "Kruimel",
            "Kastanje",
            "Bramen",
            "Munt",
            "Saffraan",
            "Kaneel",
            "Amandel",
            "Granaat",
            "Zeil",
            "Schelpen");
    private static final List<String> PLACES = List.of(
            "brug", "dam", "vliet", "bos", "hof", "berg", "stroom", "pad", "kade", "plein", "tuin", "dijk", "haven",
            "poort", "oever", "akker", "molen", "toren", "weide", "sluis");
    private static final List<String> STREETS = List.of("straat", "laan", "weg", "singel", "plantsoen");
    private static final List<String> SCHOOLS = List.of(
            "De Kleine Kapitein",
            "De Wolkenboot",
            "Het Zonneschip",
            "De Letterbrug",
            "De Zeven Zeilen",
            "Het Kompasrad");

    private SampleNames() {}

    static String family(Dice dice) {
        return "Gezin " + surname(dice);
    }

    static String woman(Dice dice) {
        return dice.one(WOMEN) + " " + surname(dice);
    }

    static String man(Dice dice) {
        return dice.one(MEN) + " " + surname(dice);
    }

    static String household(Dice dice) {
        return "Familie " + surname(dice);
    }

    static String street(Dice dice) {
        return dice.one(THINGS) + dice.one(STREETS);
    }

    static String school(Dice dice) {
        return dice.one(SCHOOLS);
    }

    private static String surname(Dice dice) {
        return dice.one(THINGS) + dice.one(PLACES);
    }
}
