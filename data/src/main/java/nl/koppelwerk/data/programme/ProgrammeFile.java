package nl.koppelwerk.data.programme;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.domain.programme.SupportKind;

/**
 * A programme as its file describes it.
 *
 * @param code short name in files, for instance {@code BG}
 * @param version counts up with every change of the file, 1 or more
 * @param organisation who runs it
 * @param childAges the families have a child of such an age
 * @param atSchool the families come in by a school
 * @param households who the families are; empty: any
 * @param conditions what answers of the intake must say
 * @param intake its own questions at the intake, beside those of the software
 * @param focus needs that it is there for first; empty: all
 * @param phases in the order of the help; empty: not described
 * @param givesAfter the phase after which a parent who is helped may help others too; empty: once the help has ended
 * @param rules version 1, which says nothing: the versions of the rules are counted where it is installed
 */
public record ProgrammeFile(
        String code,
        int version,
        String organisation,
        Text dutch,
        Text english,
        Area area,
        Optional<Audience.Ages> childAges,
        boolean atSchool,
        Set<Household> households,
        List<Condition> conditions,
        List<Asked> intake,
        Set<SupportKind> kinds,
        Set<Need> focus,
        List<Phase> phases,
        Optional<Stage> givesAfter,
        Rhythm checkIns,
        Capacity capacity,
        RuleSettings rules,
        Sample sample) {
    public ProgrammeFile {
        households = Set.copyOf(households);
        conditions = List.copyOf(conditions);
        intake = List.copyOf(intake);
        kinds = Set.copyOf(kinds);
        focus = focus.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(focus));
        phases = List.copyOf(phases);
    }

    /** @param summary for whom it is and what it does, in a sentence or two */
    public record Text(String name, String summary) {}

    /** @param postcodes four digits, ascending */
    public record Neighbourhood(String name, List<Postcode> postcodes) {
        public Neighbourhood {
            postcodes = List.copyOf(postcodes);
        }
    }

    /** Where its families live; nothing at all: anywhere. */
    public record Area(List<String> municipalities, List<Neighbourhood> neighbourhoods, List<Postcode> postcodes) {
        public Area {
            municipalities = List.copyOf(municipalities);
            neighbourhoods = List.copyOf(neighbourhoods);
            postcodes = List.copyOf(postcodes);
        }

        /** Those that are named, beside all of the municipalities. */
        public Set<Postcode> named() {
            Set<Postcode> named = new TreeSet<>(postcodes);
            neighbourhoods.forEach(one -> named.addAll(one.postcodes()));
            return named;
        }

        public boolean anywhere() {
            return municipalities.isEmpty() && neighbourhoods.isEmpty() && postcodes.isEmpty();
        }
    }

    /** What an answer to an own question looks like. */
    public enum Answer {
        YES_NO,
        CHOICE,
        NUMBER,
        TEXT
    }

    /**
     * A question of its own at the intake.
     *
     * @param key names it in the file and beside the answer
     * @param options of a choice, two or more
     * @param range of a number
     * @param onlyIfFamilyAsks nobody asks it, no condition may read it; it is there for a family that brings it up
     */
    public record Asked(
            String key,
            Answer kind,
            String dutch,
            String english,
            List<Option> options,
            Optional<Range> range,
            boolean onlyIfFamilyAsks) {
        public Asked {
            options = List.copyOf(options);
        }
    }

    /** Something to choose. */
    public record Option(String key, String dutch, String english) {}

    /** Whole numbers, both included. */
    public record Range(int from, int to) {}

    /** The five phases that help goes through. */
    public enum Stage {
        CONTACT,
        ACQUAINTANCE,
        ACTIVITIES,
        STABILISING,
        ROUNDING_OFF;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param weeks how long it usually takes
     * @param hoursPerWeek how much the family usually gets in it
     */
    public record Phase(Stage stage, int weeks, double hoursPerWeek) {}

    /**
     * How much can be carried.
     *
     * @param staff empty: the source does not say
     * @param familiesPerVolunteer empty: each volunteer says so
     */
    public record Capacity(int introductionsPerWeek, Optional<Staff> staff, Optional<Integer> familiesPerVolunteer) {}

    /** @param families how many one member carries */
    public record Staff(int members, double hoursPerWeek, int families) {
        public int places() {
            return members * families;
        }
    }

    /** How many made-up people show the programme at work. */
    public record Sample(int families, int volunteers, int seed) {}

    public Text text(Locale reader) {
        return reader.getLanguage().equals("en") ? english : dutch;
    }

    /** Weeks of help after which a parent may help others too; empty: once the help has ended. */
    public Optional<Integer> givesAfterWeeks() {
        return givesAfter.map(last -> phases.stream()
                .filter(phase -> phase.stage().compareTo(last) <= 0)
                .mapToInt(Phase::weeks)
                .sum());
    }

    /** The phase that the help is in after so many whole weeks; the last one does not end by itself. */
    public Optional<Phase> phase(int week) {
        int until = 0;
        for (Phase phase : phases) {
            until += phase.weeks();
            if (week < until) {
                return Optional.of(phase);
            }
        }
        return phases.isEmpty() ? Optional.empty() : Optional.of(phases.getLast());
    }
}
