package nl.koppelwerk.exact;

/** All kinds of rows that a solution of the linear program may break although every plan keeps them. */
final class Cuts {

    private final Master master;
    private final TripleCuts triples;
    private final ParityCuts parity;
    private final FamilyCuts families;
    private final DayPartCuts dayParts;

    Cuts(Given given, Level level, Master master) {
        this.master = master;
        this.triples = new TripleCuts(given.problem());
        this.families = new FamilyCuts(given, level.isSecond());
        this.parity = new ParityCuts(given.problem(), families);
        this.dayParts = new DayPartCuts(given.problem(), given.residual());
    }

    /** Adds those that the last solution breaks; how many. */
    int add() {
        return triples.add(master) + parity.add(master) + families.add(master) + dayParts.add(master);
    }
}
