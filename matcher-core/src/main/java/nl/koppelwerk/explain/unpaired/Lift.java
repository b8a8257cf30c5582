package nl.koppelwerk.explain.unpaired;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/** What a volunteer would have to do or allow so that one rule no longer keeps them from a request. */
final class Lift {
    /** Rules that a volunteer can do something about, what is easiest to ask first. */
    static final List<String> EASIEST_FIRST = List.of(
            "availability-confirmed",
            "availability-known",
            "day-parts-shared",
            "hours-enough",
            "maximum-families",
            "travel-limit",
            "active",
            "screening-valid",
            "training-done",
            "family-pets",
            "children-number",
            "children-ages",
            "needs-covered",
            "needs-welcome",
            "heavy-welcome");

    private final Pair pair;
    private final DayParts free;
    private final int quartersUsed;
    private final int familiesNow;

    /**
     * @param free day-parts that neither the volunteer nor the family has promised yet
     * @param quartersUsed of the volunteer's hours, in the plan as it stands
     */
    Lift(Pair pair, DayParts free, int quartersUsed, int familiesNow) {
        this.pair = pair;
        this.free = free;
        this.quartersUsed = quartersUsed;
        this.familiesNow = familiesNow;
    }

    /** The volunteer as they would be. */
    Volunteer applied(Volunteer v, String rule) {
        Changed changed = new Changed(v);
        SupportRequest asked = pair.asking().request();
        switch (rule) {
            case "hours-enough" -> {
                changed.maximumFamilies = Math.max(v.maximumFamilies(), familiesNow);
                changed.hours = hoursNeeded();
            }
            case "maximum-families" -> changed.maximumFamilies = familiesNow + 1;
            case "active" -> changed.active = true;
            case "travel-limit" -> changed.travelLimitMetres = Math.max(v.travelLimitMetres(), pair.metres());
            case "screening-valid" ->
                changed.screened = Optional.of(pair.asking().day());
            case "training-done" -> changed.trained = true;
            case "availability-confirmed" -> confirm(changed);
            case "availability-known", "day-parts-shared" -> {
                changed.availability = v.availability().or(wanted(v));
                confirm(changed);
            }
            case "needs-covered" -> {
                changed.skills = union(v.skills(), asked.needs());
                confirm(changed);
            }
            default -> {
                changed.limits = limits(v.limits(), rule);
                confirm(changed);
            }
        }
        return changed.volunteer();
    }

    /** Who is asked to do something is asked on the way whether they are still available. */
    private void confirm(Changed changed) {
        changed.availabilityConfirmed = Optional.of(pair.asking().day());
    }

    private Hours hoursNeeded() {
        return new Hours(quartersUsed + pair.asking().request().hoursPerWeek().quarters());
    }

    /** The earliest day-parts in the week that the family wants and that would be enough. */
    private DayParts wanted(Volunteer v) {
        SupportRequest asked = pair.asking().request();
        int missing = asked.dayPartsPerWeek()
                - asked.dayParts().and(v.availability()).and(free).size();
        DayParts wanted = DayParts.NONE;
        for (DayPart part : asked.dayParts().and(free).without(v.availability()).list()) {
            wanted = wanted.size() < missing ? wanted.or(DayParts.of(part)) : wanted;
        }
        return wanted;
    }

    private Limits limits(Limits l, String rule) {
        int day = pair.asking().day().getYear();
        List<Integer> ages = pair.asking().family().children().stream()
                .map(Child::birthYear)
                .map(born -> day - born)
                .filter(age -> age < 18)
                .toList();
        boolean ageRule = rule.equals("children-ages");
        Set<Need> notThese = EnumSet.noneOf(Need.class);
        notThese.addAll(l.notThese());
        if (rule.equals("needs-welcome")) {
            notThese.removeAll(pair.asking().request().needs());
        }
        return new Limits(
                ageRule
                        ? Math.min(
                                l.childAgeMin(),
                                ages.stream().min(Integer::compare).orElse(l.childAgeMin()))
                        : l.childAgeMin(),
                ageRule
                        ? Math.max(
                                l.childAgeMax(),
                                ages.stream().max(Integer::compare).orElse(l.childAgeMax()))
                        : l.childAgeMax(),
                rule.equals("children-number") ? Math.max(l.maximumChildren(), ages.size()) : l.maximumChildren(),
                l.heavyCases() || rule.equals("heavy-welcome"),
                l.petsUnwelcome() && !rule.equals("family-pets"),
                notThese);
    }

    private static Set<Need> union(Set<Need> some, Set<Need> others) {
        Set<Need> union = EnumSet.noneOf(Need.class);
        union.addAll(some);
        union.addAll(others);
        return union;
    }

    /** What the volunteer would do, to be said after "if Anna". */
    Sentence clause(Volunteer v, String rule) {
        String key = "explain.lift." + rule;
        return switch (rule) {
            case "availability-known", "day-parts-shared" -> Sentence.of(key, new Argument.Week(wanted(v)));
            case "hours-enough" -> Sentence.of(key, new Argument.Time(hoursNeeded()));
            case "maximum-families" -> Sentence.of(key, new Argument.Count(familiesNow + 1L));
            case "travel-limit" -> Sentence.of(key, new Argument.Metres(pair.metres()));
            case "needs-covered", "needs-welcome" ->
                Sentence.of(key, new Argument.Needs(pair.asking().request().needs()));
            default -> Sentence.of(key);
        };
    }

    /** A volunteer of whom something would be different. */
    private static final class Changed {
        private final Volunteer before;
        private Set<Need> skills;
        private DayParts availability;
        private Optional<LocalDate> availabilityConfirmed;
        private Hours hours;
        private int maximumFamilies;
        private int travelLimitMetres;
        private Limits limits;
        private Optional<LocalDate> screened;
        private boolean trained;
        private boolean active;

        Changed(Volunteer before) {
            this.before = before;
            this.skills = before.skills();
            this.availability = before.availability();
            this.availabilityConfirmed = before.availabilityConfirmed();
            this.hours = before.hoursPerWeek();
            this.maximumFamilies = before.maximumFamilies();
            this.travelLimitMetres = before.travelLimitMetres();
            this.limits = before.limits();
            this.screened = before.screened();
            this.trained = before.trained();
            this.active = before.active();
        }

        Volunteer volunteer() {
            return new Volunteer(
                    before.id(),
                    before.organisation(),
                    before.reference(),
                    before.name(),
                    before.kind(),
                    before.programmes(),
                    before.lentTo(),
                    before.postcode(),
                    before.street(),
                    before.school(),
                    before.gender(),
                    before.languages(),
                    skills,
                    availability,
                    availabilityConfirmed,
                    hours,
                    maximumFamilies,
                    travelLimitMetres,
                    limits,
                    before.pets(),
                    screened,
                    trained,
                    before.experienceYears(),
                    active,
                    before.email());
        }
    }
}
