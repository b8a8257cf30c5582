package nl.koppelwerk.ui.person.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.imports.row.Words;

/** Which fields a form has, in which groups. */
public enum Layout {
    FAMILY(
            group(
                    "who",
                    text(FamilyTable.REFERENCE),
                    text(FamilyTable.NAME),
                    choice(FamilyTable.HOUSEHOLD, Words.HOUSEHOLD),
                    text(FamilyTable.CHILDREN),
                    yesNo(FamilyTable.PETS)),
            group("where", text(FamilyTable.POSTCODE), text(FamilyTable.STREET), text(FamilyTable.SCHOOL)),
            group("reach", text(FamilyTable.EMAIL)),
            group("languages", of(FamilyTable.LANGUAGES, Kind.LANGUAGES))),
    /** The first answers of an intake: enough to look for somebody. */
    INTAKE(
            group(
                    "who",
                    text(FamilyTable.NAME),
                    text(FamilyTable.POSTCODE),
                    choice(FamilyTable.HOUSEHOLD, Words.HOUSEHOLD),
                    text(FamilyTable.CHILDREN)),
            group("languages", of(FamilyTable.LANGUAGES, Kind.LANGUAGES)),
            group("what", choices(FamilyTable.NEEDS, Words.NEED)),
            group("when", number(FamilyTable.HOURS), of(FamilyTable.DAY_PARTS, Kind.WEEK))),
    REQUEST(
            group(
                    "what",
                    text(FamilyTable.REQUEST),
                    of(FamilyTable.PROGRAMME, Kind.CHOICE),
                    choice(FamilyTable.KIND, Words.KIND),
                    choices(FamilyTable.NEEDS, Words.NEED),
                    yesNo(FamilyTable.HEAVY),
                    yesNo(FamilyTable.TRAINING)),
            group(
                    "when",
                    number(FamilyTable.HOURS),
                    number(FamilyTable.DAY_PARTS_PER_WEEK),
                    of(FamilyTable.DAY_PARTS, Kind.WEEK)),
            group(
                    "wishes",
                    yesNo(FamilyTable.WOMAN_ONLY),
                    yesNo(FamilyTable.PETS_UNWELCOME),
                    yesNo(FamilyTable.OTHER_STREET),
                    yesNo(FamilyTable.OTHER_SCHOOL),
                    number(FamilyTable.DISTANCE)),
            group("order", choice(FamilyTable.URGENCY, Words.URGENCY), text(FamilyTable.WAITING_SINCE))),
    VOLUNTEER(
            group(
                    "who",
                    text(VolunteerTable.REFERENCE),
                    text(VolunteerTable.NAME),
                    choice(VolunteerTable.GENDER, Words.GENDER),
                    choice(VolunteerTable.KIND, Words.KIND),
                    of(VolunteerTable.PROGRAMMES, Kind.CHOICES)),
            group(
                    "where",
                    text(VolunteerTable.POSTCODE),
                    text(VolunteerTable.STREET),
                    text(VolunteerTable.SCHOOL),
                    number(VolunteerTable.TRAVEL),
                    yesNo(VolunteerTable.PETS)),
            group("reach", text(VolunteerTable.EMAIL)),
            group("languages", of(VolunteerTable.LANGUAGES, Kind.LANGUAGES)),
            group(
                    "offer",
                    choices(VolunteerTable.SKILLS, Words.NEED),
                    number(VolunteerTable.EXPERIENCE),
                    text(VolunteerTable.SCREENED),
                    yesNo(VolunteerTable.TRAINED)),
            group(
                    "when",
                    of(VolunteerTable.AVAILABILITY, Kind.WEEK),
                    text(VolunteerTable.CONFIRMED),
                    number(VolunteerTable.HOURS),
                    number(VolunteerTable.FAMILIES)),
            group(
                    "limits",
                    number(VolunteerTable.AGE_MIN),
                    number(VolunteerTable.AGE_MAX),
                    number(VolunteerTable.CHILDREN),
                    yesNo(VolunteerTable.HEAVY_CASES),
                    yesNo(VolunteerTable.PETS_UNWELCOME),
                    choices(VolunteerTable.NOT_THESE, Words.NEED)));

    /** How a field is filled in. */
    public enum Kind {
        TEXT,
        NUMBER,
        YES_NO,
        CHOICE,
        CHOICES,
        LANGUAGES,
        WEEK
    }

    /**
     * A column with how it is filled in.
     *
     * @param words what can be chosen; empty: the programmes
     */
    record Item(Column column, Kind kind, Optional<Words<?>> words) {}

    /** Fields under one heading. */
    record Section(String name, List<Item> items) {}

    private final List<Section> sections;

    Layout(Section... sections) {
        this.sections = List.of(sections);
    }

    List<Section> sections() {
        return sections;
    }

    Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** Its columns, in the order of the form. */
    public List<Column> columns() {
        return items().map(Item::column).toList();
    }

    private static Section group(String name, Item... items) {
        return new Section(name, List.of(items));
    }

    private static Item of(Column column, Kind kind) {
        return new Item(column, kind, Optional.empty());
    }

    private static Item text(Column column) {
        return of(column, Kind.TEXT);
    }

    private static Item number(Column column) {
        return of(column, Kind.NUMBER);
    }

    private static Item yesNo(Column column) {
        return of(column, Kind.YES_NO);
    }

    private static Item choice(Column column, Words<?> words) {
        return new Item(column, Kind.CHOICE, Optional.of(words));
    }

    private static Item choices(Column column, Words<?> words) {
        return new Item(column, Kind.CHOICES, Optional.of(words));
    }
}
