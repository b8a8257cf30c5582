package nl.koppelwerk.ui.own.asked;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.life.CheckIn;

/**
 * A check-in as it was sent.
 *
 * @param said empty: not all of it can be read
 * @param wrong names of the fields that cannot
 */
record CheckInForm(Map<String, String> sent, Optional<CheckIn> said, Set<String> wrong) {
    static final CheckInForm EMPTY = new CheckInForm(Map.of(), Optional.empty(), Set.of());
    private static final int LONGEST = 2_000;
    private static final int MOST_HOURS = 100;

    static CheckInForm read(Map<String, String> sent) {
        Set<String> wrong = new HashSet<>();
        Optional<Integer> mood = score(sent, "mood");
        Optional<Hours> hours = hours(value(sent, "hours"));
        Optional<CheckIn.Wish> wish = Arrays.stream(CheckIn.Wish.values())
                .filter(one -> one.name().equals(value(sent, "wish")))
                .findFirst();
        String worries = value(sent, "worries");
        if (mood.isEmpty()) {
            wrong.add("mood");
        }
        if (hours.isEmpty()) {
            wrong.add("hours");
        }
        if (wish.isEmpty()) {
            wrong.add("wish");
        }
        if (worries.length() > LONGEST) {
            wrong.add("worries");
        }
        Optional<CheckIn> said = wrong.isEmpty()
                ? Optional.of(new CheckIn(
                        mood.orElseThrow(),
                        hours.orElseThrow(),
                        Optional.of(worries).filter(text -> !text.isEmpty()),
                        wish.orElseThrow(),
                        progress(sent)))
                : Optional.empty();
        return new CheckInForm(Map.copyOf(sent), said, Set.copyOf(wrong));
    }

    public String value(String field) {
        return value(sent, field);
    }

    public boolean isWrong(String field) {
        return wrong.contains(field);
    }

    private static String value(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").strip();
    }

    private static Optional<Integer> score(Map<String, String> sent, String field) {
        return Optional.of(value(sent, field))
                .filter(text -> text.matches("[1-5]"))
                .map(Integer::valueOf);
    }

    /** To a quarter of an hour, with a comma or a point. */
    private static Optional<Hours> hours(String text) {
        return Optional.of(text.replace(',', '.'))
                .filter(number -> number.matches("\\d{1,3}(\\.(0|00|25|5|50|75))?"))
                .filter(number -> Double.parseDouble(number) <= MOST_HOURS)
                .map(Hours::parse);
    }

    private static Map<LifeDomain, Integer> progress(Map<String, String> sent) {
        Map<LifeDomain, Integer> progress = new EnumMap<>(LifeDomain.class);
        AskedView.DOMAINS.forEach(domain -> score(sent, domain.name()).ifPresent(score -> progress.put(domain, score)));
        return progress;
    }
}
