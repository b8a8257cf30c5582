package nl.koppelwerk.ui.recruit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.recruit.flyer.Flyer;
import org.springframework.context.MessageSource;

/**
 * A flyer in one language.
 *
 * @param language as in {@code lang}
 * @param where the area in words
 */
record FlyerText(String language, String where, String heading, List<String> paragraphs) {
    FlyerText {
        paragraphs = List.copyOf(paragraphs);
    }

    static FlyerText of(Flyer flyer, String organisation, String address, MessageSource messages, Locale locale) {
        Saying saying = new Saying(messages, locale);
        String where = flyer.area().isWholeTown()
                ? flyer.area().town()
                : saying.say("flyer.area", flyer.area().town(), flyer.area().beginning());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(saying.say(flyer.familiesWait() ? "flyer.wait" : "flyer.general", where));
        paragraphs.add(saying.say("flyer.seek." + seek(flyer)));
        if (!flyer.languages().isEmpty()) {
            paragraphs.add(saying.say("flyer.languages", saying.or(flyer.languages())));
        }
        if (!flyer.elsewhere().isEmpty()) {
            paragraphs.add(saying.say(
                    "flyer.elsewhere",
                    saying.or(flyer.elsewhere()),
                    flyer.area().town()));
        }
        if (!flyer.parts().isEmpty()) {
            paragraphs.add(saying.say(
                    "flyer.when",
                    saying.joined(flyer.parts().stream()
                            .map(part -> saying.say("flyer.part." + part))
                            .toList())));
        }
        paragraphs.add(saying.say("flyer.offer"));
        paragraphs.add(saying.say("flyer.how", address, organisation));
        return new FlyerText(locale.getLanguage(), where, saying.say("flyer.heading"), paragraphs);
    }

    private static String seek(Flyer flyer) {
        return flyer.kinds().size() == 1 ? flyer.kinds().getFirst().name() : "BOTH";
    }

    /** To be copied: the paragraphs with an empty line between them. */
    public String plain() {
        return heading + "\n\n" + String.join("\n\n", paragraphs);
    }

    private record Saying(MessageSource messages, Locale locale) {
        String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }

        String or(List<Language> languages) {
            return joined(
                    languages.stream().map(language -> language.name(locale)).toList());
        }

        String joined(List<String> said) {
            int last = said.size() - 1;
            return last < 1
                    ? String.join("", said)
                    : String.join(", ", said.subList(0, last)) + " " + say("flyer.or") + " " + said.get(last);
        }
    }
}
