package nl.koppelwerk.data.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.language.Level;

/**
 * How a family is reached best, from what it speaks, reads and has. It helps who writes or calls; no rule and no weight reads it.
 *
 * @param language to speak with them; empty: not known
 * @param channels the best first
 * @param referrals skills in which a service helps better than a volunteer can
 * @param why the answers that it follows from, by question
 */
public record Approach(Optional<Language> language, List<Channel> channels, Set<Referral> referrals, List<String> why) {
    private static final Language DUTCH = new Language("nld");

    /** A way to say something. */
    public enum Channel {
        VOICE_NOTE,
        CALL,
        PLAIN_LETTER,
        VISIT
    }

    /** What a service teaches. */
    public enum Referral {
        DUTCH,
        NUMBERS,
        DIGITAL,
        INSTITUTIONS
    }

    public Approach {
        channels = List.copyOf(channels);
        referrals = Set.copyOf(referrals);
        why = List.copyOf(why);
    }

    /** Empty where nothing is known but the languages: then nobody should think that it was looked at. */
    public static Optional<Approach> of(Languages languages, Map<String, String> answers) {
        List<String> why = List.of(
                        Questions.READING,
                        Questions.DEVICE,
                        Questions.NUMBERS,
                        Questions.DIGITAL,
                        Questions.INSTITUTIONS)
                .stream()
                .filter(answers::containsKey)
                .toList();
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Approach(
                        best(languages), channels(languages, answers), referrals(languages, answers), why));
    }

    /** Dutch where it is spoken well, else what is spoken best. */
    private static Optional<Language> best(Languages languages) {
        boolean dutch =
                languages.level(DUTCH).filter(level -> level.atLeast(Level.B1)).isPresent();
        return dutch
                ? Optional.of(DUTCH)
                : languages.speaking().entrySet().stream()
                        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .map(Map.Entry::getKey);
    }

    private static List<Channel> channels(Languages languages, Map<String, String> answers) {
        String device = answers.getOrDefault(Questions.DEVICE, "");
        List<Channel> channels = new ArrayList<>();
        if (reads(answers) && best(languages).filter(DUTCH::equals).isPresent()) {
            channels.add(Channel.PLAIN_LETTER);
        }
        if (device.equals("SMARTPHONE") || device.equals("COMPUTER") && !reads(answers)) {
            channels.add(Channel.VOICE_NOTE);
        }
        if (!device.equals("NONE")) {
            channels.add(Channel.CALL);
        }
        if (channels.isEmpty()) {
            channels.add(Channel.VISIT);
        }
        return channels;
    }

    /** Enough for a letter in plain Dutch (B1); speaking well says nothing of it. */
    private static boolean reads(Map<String, String> answers) {
        String level = answers.getOrDefault(Questions.READING, Questions.NOTHING);
        return !level.equals(Questions.NOTHING) && Level.valueOf(level).atLeast(Level.B1);
    }

    private static Set<Referral> referrals(Languages languages, Map<String, String> answers) {
        Set<Referral> referrals = EnumSet.noneOf(Referral.class);
        boolean speaks =
                languages.level(DUTCH).filter(level -> level.atLeast(Level.B1)).isPresent();
        if (!speaks || answers.containsKey(Questions.READING) && !reads(answers)) {
            referrals.add(Referral.DUTCH);
        }
        add(referrals, Referral.NUMBERS, answers, Questions.NUMBERS);
        add(referrals, Referral.DIGITAL, answers, Questions.DIGITAL);
        add(referrals, Referral.INSTITUTIONS, answers, Questions.INSTITUTIONS);
        return referrals;
    }

    private static void add(Set<Referral> referrals, Referral what, Map<String, String> answers, String question) {
        if ("HARD".equals(answers.get(question))) {
            referrals.add(what);
        }
    }
}
