package nl.koppelwerk.data.programme;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.fit.Rules;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Which fields a file has, and what may stand in each. */
final class ProgrammeForm {
    static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Map<String, SupportKind> KINDS = names(SupportKind.values());
    private static final Map<String, Household> HOUSEHOLDS = names(Household.values());
    private static final Map<String, ProgrammeFile.Stage> STAGES = names(ProgrammeFile.Stage.values());
    private static final Map<String, Level> LEVELS = Arrays.stream(Level.values())
            .collect(Collectors.toMap(Level::name, level -> level, (one, other) -> one, LinkedHashMap::new));
    private static final Map<String, Set<Need>> FOCUS = focus();

    private ProgrammeForm() {}

    static ProgrammeFile read(Field file) {
        Field texts = file.get("texts");
        Optional<Field> target = file.find("target");
        List<ProgrammeFile.Asked> intake =
                file.find("intake").map(IntakeForm::questions).orElse(List.of());
        List<ProgrammeFile.Phase> phases =
                file.find("phases").map(ProgrammeForm::phases).orElse(List.of());
        ProgrammeFile read = new ProgrammeFile(
                code(file.get("code")),
                file.get("version").number(1, 100_000),
                file.get("organisation").text(100),
                text(texts.get("nl")),
                text(texts.get("en")),
                file.find("area")
                        .map(ProgrammeForm::area)
                        .orElse(new ProgrammeFile.Area(List.of(), List.of(), List.of())),
                target.flatMap(families -> families.find("childAges")).map(ProgrammeForm::ages),
                target.flatMap(families -> families.find("atSchool"))
                        .map(Field::yesNo)
                        .orElse(false),
                target.flatMap(families -> families.find("households"))
                        .map(households -> households.words(HOUSEHOLDS))
                        .orElse(Set.of()),
                target.flatMap(families -> families.find("conditions"))
                        .map(conditions -> IntakeForm.conditions(conditions, intake))
                        .orElse(List.of()),
                intake,
                kinds(file.get("kinds")),
                file.find("focus").map(ProgrammeForm::needs).orElse(Set.of()),
                phases,
                file.find("bothSides").flatMap(sides -> givesAfter(sides, phases)),
                checkIns(file.get("checkIns")),
                capacity(file.get("capacity")),
                rules(file.get("rules")),
                sample(file.get("sample")));
        texts.end();
        target.ifPresent(Field::end);
        file.end();
        return read;
    }

    private static String code(Field field) {
        String code = field.text(20);
        if (!code.matches("[A-Za-z0-9]+")) {
            field.refuse("code", code);
        }
        return code;
    }

    private static ProgrammeFile.Text text(Field field) {
        ProgrammeFile.Text text = new ProgrammeFile.Text(
                field.get("name").text(100), field.get("summary").text(500));
        field.end();
        return text;
    }

    private static ProgrammeFile.Area area(Field field) {
        ProgrammeFile.Area area = new ProgrammeFile.Area(
                field.find("municipalities")
                        .map(names -> names.list().stream()
                                .map(name -> name.text(100))
                                .toList())
                        .orElse(List.of()),
                field.find("neighbourhoods")
                        .map(all -> all.list().stream()
                                .map(ProgrammeForm::neighbourhood)
                                .toList())
                        .orElse(List.of()),
                field.find("postcodes").map(ProgrammeForm::postcodes).orElse(List.of()));
        field.end();
        if (area.anywhere()) {
            field.refuse("area");
        }
        return area;
    }

    private static ProgrammeFile.Neighbourhood neighbourhood(Field field) {
        ProgrammeFile.Neighbourhood read =
                new ProgrammeFile.Neighbourhood(field.get("name").text(100), postcodes(field.get("postcodes")));
        field.end();
        return read;
    }

    private static List<Postcode> postcodes(Field field) {
        return field.list().stream()
                .map(one -> new Postcode(one.number(1000, 9999)))
                .sorted()
                .distinct()
                .toList();
    }

    private static Audience.Ages ages(Field field) {
        int from = field.get("from").number(0, Audience.Ages.OLDEST);
        int to = field.get("to").number(0, Audience.Ages.OLDEST);
        field.end();
        if (to < from) {
            field.refuse("ages", Integer.toString(from), Integer.toString(to));
        }
        return new Audience.Ages(Math.min(from, to), Math.max(from, to));
    }

    private static Set<SupportKind> kinds(Field field) {
        return field.words(KINDS);
    }

    private static Set<Need> needs(Field field) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        field.words(FOCUS).forEach(needs::addAll);
        return needs;
    }

    private static List<ProgrammeFile.Phase> phases(Field field) {
        List<ProgrammeFile.Phase> phases =
                field.list().stream().map(ProgrammeForm::phase).toList();
        List<ProgrammeFile.Stage> order =
                phases.stream().map(ProgrammeFile.Phase::stage).toList();
        if (!order.equals(order.stream().sorted().distinct().toList())) {
            field.refuse("phases", String.join(", ", STAGES.keySet()));
        }
        return phases;
    }

    private static ProgrammeFile.Phase phase(Field field) {
        ProgrammeFile.Phase phase = new ProgrammeFile.Phase(
                field.get("phase").word(STAGES),
                field.get("weeks").number(1, 260),
                field.get("hoursPerWeek").amount(0, 40));
        field.end();
        return phase;
    }

    /** Only a phase of this file says how many weeks that is. */
    private static Optional<ProgrammeFile.Stage> givesAfter(Field field, List<ProgrammeFile.Phase> phases) {
        Field after = field.get("after");
        ProgrammeFile.Stage stage = after.word(STAGES);
        List<ProgrammeFile.Stage> there =
                phases.stream().map(ProgrammeFile.Phase::stage).toList();
        if (!there.contains(stage)) {
            after.refuse(
                    "bothSides",
                    name(stage),
                    there.isEmpty()
                            ? "–"
                            : there.stream().map(ProgrammeForm::name).collect(Collectors.joining(", ")));
        }
        field.end();
        return Optional.of(stage);
    }

    private static Rhythm checkIns(Field field) {
        int trial = field.get("trialWeeks").number(1, 52);
        Field given = field.get("weeks");
        List<Integer> weeks =
                given.list().stream().map(week -> week.number(1, 104)).toList();
        int every = field.get("thenEvery").number(1, 52);
        field.end();
        boolean ascending =
                !weeks.isEmpty() && weeks.stream().sorted().distinct().toList().equals(weeks);
        if (!ascending) {
            given.refuse("ascending");
        }
        return new Rhythm(trial, ascending ? weeks : Rhythm.DEFAULT.weeks(), every);
    }

    private static ProgrammeFile.Capacity capacity(Field field) {
        ProgrammeFile.Capacity capacity = new ProgrammeFile.Capacity(
                field.get("introductionsPerWeek").number(0, 10_000),
                field.find("staff").map(ProgrammeForm::staff),
                field.find("familiesPerVolunteer").map(most -> most.number(1, 20)));
        field.end();
        return capacity;
    }

    private static ProgrammeFile.Staff staff(Field field) {
        ProgrammeFile.Staff staff = new ProgrammeFile.Staff(
                field.get("members").number(1, 1000),
                field.get("hoursPerWeek").amount(1, 40_000),
                field.get("familiesPerMember").number(1, 1000));
        field.end();
        return staff;
    }

    private static RuleSettings rules(Field field) {
        Map<String, Integer> weights = new HashMap<>();
        field.find("weights")
                .ifPresent(given -> given.entries(Rules.weights().sequencedKeySet())
                        .forEach((rule, weight) -> weights.put(rule, weight.number(0, RuleSettings.MOST_WEIGHT))));
        RuleSettings rules = new RuleSettings(
                1,
                field.get("screeningYears").number(1, RuleSettings.MOST_SCREENING_YEARS),
                field.get("languageLevel").word(LEVELS),
                field.get("maximumDistanceMetres").number(0, RuleSettings.MOST_METRES),
                field.get("unconfirmedDays").number(1, RuleSettings.MOST_UNCONFIRMED_DAYS),
                weights);
        field.end();
        return rules;
    }

    private static ProgrammeFile.Sample sample(Field field) {
        ProgrammeFile.Sample sample = new ProgrammeFile.Sample(
                field.get("families").number(1, 500),
                field.get("volunteers").number(1, 500),
                field.get("seed").number(0, Integer.MAX_VALUE));
        field.end();
        return sample;
    }

    /** Life domains stand for all of their needs. */
    private static Map<String, Set<Need>> focus() {
        Map<String, Set<Need>> focus = new LinkedHashMap<>();
        for (Need need : Need.values()) {
            focus.put(name(need), Set.of(need));
        }
        for (LifeDomain domain : LifeDomain.values()) {
            focus.put(
                    name(domain),
                    Arrays.stream(Need.values())
                            .filter(need -> need.lifeDomain() == domain)
                            .collect(Collectors.toSet()));
        }
        return focus;
    }

    static <E extends Enum<E>> Map<String, E> names(E[] values) {
        return Arrays.stream(values)
                .collect(
                        Collectors.toMap(ProgrammeForm::name, value -> value, (one, other) -> one, LinkedHashMap::new));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The line on which each field begins, by its place. */
    static Map<String, Integer> lines(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                String pointer = parser.streamReadContext().pathAsPointer(false).toString();
                lines.putIfAbsent(place(pointer), parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    /** {@code /phases/0/weeks} as people say it: {@code phases.1.weeks}. */
    private static String place(String pointer) {
        return Arrays.stream(pointer.split("/"))
                .skip(1)
                .map(part -> part.matches("[0-9]+") ? Integer.toString(Integer.parseInt(part) + 1) : part)
                .collect(Collectors.joining("."));
    }

    /** Every value by its place; a list of plain values is one value. */
    static SequencedMap<String, String> values(JsonNode tree) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        collect(tree, "", values);
        return values;
    }

    private static void collect(JsonNode node, String place, Map<String, String> values) {
        String before = place.isEmpty() ? "" : place + ".";
        if (node.isObject()) {
            node.propertyStream().forEach(entry -> collect(entry.getValue(), before + entry.getKey(), values));
        } else if (node.isArray() && node.valueStream().anyMatch(JsonNode::isContainer)) {
            IntStream.range(0, node.size()).forEach(i -> collect(node.get(i), before + (i + 1), values));
        } else if (node.isArray()) {
            values.put(place, node.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
        } else {
            values.put(place, node.asString());
        }
    }
}
