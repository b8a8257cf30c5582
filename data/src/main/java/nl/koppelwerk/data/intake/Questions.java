package nl.koppelwerk.data.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.data.intake.Question.Kind;
import nl.koppelwerk.data.intake.Question.Section;
import nl.koppelwerk.data.programme.KeptProgrammeFiles;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.Programme;

/** Which questions there are: those that come with the software, and those of programmes. */
public final class Questions {
    /** Prefix of the key of a need: a problem, or something that goes well. */
    public static final String NEED = "need.";

    public static final String PROBLEM = "PROBLEM";
    public static final String STRENGTH = "STRENGTH";
    /** It was talked about, and is neither. */
    public static final String NEITHER = "NEITHER";

    public static final String GOAL = "goal";
    public static final String REFERRER = "referrer";
    public static final String REFERRER_NAME = "referrer-name";
    public static final String READING = "dutch-reading";
    public static final String FIRST_LANGUAGE = "dutch-first";
    public static final String NUMBERS = "numbers";
    public static final String DIGITAL = "digital";
    public static final String INSTITUTIONS = "institutions";
    public static final String NETWORK = "network";
    public static final String STRESS = "stress";
    public static final String DEVICE = "device";

    /** Reads no Dutch at all; the other answers are levels. */
    public static final String NOTHING = "NONE";

    private static final List<String> EASE = List.of("WELL", "SOME_HELP", "HARD");
    private static final List<Question> SHIPPED = shipped();

    private final KeptProgrammeFiles files;

    public Questions(KeptProgrammeFiles files) {
        this.files = files;
    }

    /** Those of the software, then those of these programmes, in the order of their files. */
    public List<Question> of(List<Programme> programmes) {
        List<Question> all = new ArrayList<>(SHIPPED);
        for (Programme programme : programmes) {
            files.find(programme.id())
                    .flatMap(KeptProgrammeFiles.Kept::read)
                    .ifPresent(file -> all.addAll(own(programme.code(), file)));
        }
        return all;
    }

    public static List<Question> ofTheSoftware() {
        return SHIPPED;
    }

    public static List<Question> own(String code, ProgrammeFile file) {
        return file.intake().stream().map(asked -> own(code, asked)).toList();
    }

    /** What the questions of programmes are called, and by {@code question=answer} their answers. */
    public Map<String, String> names(List<Programme> programmes, String language) {
        Map<String, String> names = new HashMap<>();
        for (Question question : of(programmes)) {
            question.own().ifPresent(own -> {
                names.put(question.key(), own.words().in(language));
                for (int at = 0; at < own.answers().size(); at++) {
                    names.put(
                            question.key() + "=" + question.choices().get(at),
                            own.answers().get(at).in(language));
                }
            });
        }
        return names;
    }

    private static Question own(String code, ProgrammeFile.Asked asked) {
        return new Question(
                key(code, asked.key()),
                Section.PROGRAMME,
                switch (asked.kind()) {
                    case YES_NO -> Kind.YES_NO;
                    case CHOICE -> Kind.CHOICE;
                    case NUMBER -> Kind.NUMBER;
                    case TEXT -> Kind.TEXT;
                },
                asked.options().stream().map(ProgrammeFile.Option::key).toList(),
                asked.range().map(range -> new Question.Range(range.from(), range.to())),
                Optional.of(new Question.Own(
                        code,
                        new Question.Words(asked.dutch(), asked.english()),
                        asked.options().stream()
                                .map(option -> new Question.Words(option.dutch(), option.english()))
                                .toList(),
                        asked.onlyIfFamilyAsks())));
    }

    /** Under which the answer to a question of a programme is kept. */
    public static String key(String code, String question) {
        return code + "." + question;
    }

    private static List<Question> shipped() {
        List<Question> all = new ArrayList<>();
        all.add(of(GOAL, Section.START, Kind.TEXT));
        all.add(choice(
                REFERRER,
                Section.START,
                List.of("SELF", "SCHOOL", "DOCTOR", "NEIGHBOURHOOD_TEAM", "HOME_VISITOR", "MUNICIPALITY", "OTHER")));
        all.add(of(REFERRER_NAME, Section.START, Kind.LINE));
        for (LifeDomain domain : LifeDomain.values()) {
            Section section = Section.valueOf(domain.name());
            Stream.of(Need.values())
                    .filter(need -> need.lifeDomain() == domain)
                    .map(need -> choice(NEED + need, section, List.of(PROBLEM, STRENGTH, NEITHER)))
                    .forEach(all::add);
            if (domain != LifeDomain.OTHER) {
                all.add(of(GOAL + "." + domain, section, Kind.TEXT));
            }
        }
        all.addAll(skills());
        return List.copyOf(all);
    }

    private static List<Question> skills() {
        List<String> reading = Stream.concat(
                        Stream.of(NOTHING), Stream.of(Level.values()).map(Level::name))
                .toList();
        return List.of(
                of(FIRST_LANGUAGE, Section.SKILLS, Kind.YES_NO),
                choice(READING, Section.SKILLS, reading),
                choice(NUMBERS, Section.SKILLS, EASE),
                choice(DIGITAL, Section.SKILLS, EASE),
                choice(INSTITUTIONS, Section.SKILLS, EASE),
                choice(NETWORK, Section.SKILLS, List.of("ENOUGH", "SMALL", "NONE")),
                choice(STRESS, Section.SKILLS, List.of("LITTLE", "SOME", "MUCH")),
                choice(DEVICE, Section.SKILLS, List.of("COMPUTER", "SMARTPHONE", "PHONE", "NONE")));
    }

    private static Question of(String key, Section section, Kind kind) {
        return new Question(key, section, kind, List.of(), Optional.empty(), Optional.empty());
    }

    private static Question choice(String key, Section section, List<String> choices) {
        return new Question(key, section, Kind.CHOICE, choices, Optional.empty(), Optional.empty());
    }
}
