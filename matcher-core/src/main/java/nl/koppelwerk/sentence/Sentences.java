package nl.koppelwerk.sentence;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import nl.koppelwerk.domain.week.DayPart;

/**
 * Says sentences in Dutch or English. Dutch is what the bundles hold without a suffix; any other locale than English
 * hears Dutch.
 */
public final class Sentences {
    private static final Map<String, String> BUNDLES = Map.of(
            "rule", "nl.koppelwerk.fit.rules",
            "matching", "nl.koppelwerk.matching.matching",
            "explain", "nl.koppelwerk.explain.explain",
            "referral", "nl.koppelwerk.referral.referral",
            "recruit", "nl.koppelwerk.recruit.recruit",
            "term", "nl.koppelwerk.sentence.terms");
    private static final int DAY_PARTS_NAMED = 6;
    private static final Argument NO_DISTANCE = new Argument.Metres(0);
    private static final String HERE = ".here";

    private final Locale locale;

    public Sentences(Locale locale) {
        this.locale = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("nl");
    }

    public static Sentences dutch() {
        return new Sentences(Locale.of("nl"));
    }

    public static Sentences english() {
        return new Sentences(Locale.ENGLISH);
    }

    /** The sentence in words; throws {@link java.util.MissingResourceException} for a key that no bundle has. */
    public String say(Sentence sentence) {
        Object[] words = sentence.arguments().stream().map(this::words).toArray();
        return new MessageFormat(pattern(key(sentence)), locale).format(words);
    }

    /** Nobody says 0 m: what begins with a distance has a second form for two at one postcode. */
    private String key(Sentence sentence) {
        boolean here = !sentence.arguments().isEmpty()
                && sentence.arguments().getFirst().equals(NO_DISTANCE);
        String key = sentence.key() + HERE;
        return here && bundle(key).containsKey(key) ? key : sentence.key();
    }

    /** One argument in words, as it would stand in a sentence. */
    public String say(Argument argument) {
        return new MessageFormat("{0}", locale).format(new Object[] {words(argument)});
    }

    private String pattern(String key) {
        return bundle(key).getString(key);
    }

    private ResourceBundle bundle(String key) {
        String bundle = BUNDLES.getOrDefault(key.substring(0, Math.max(0, key.indexOf('.'))), "no bundle for " + key);
        return ResourceBundle.getBundle(bundle, bundleLocale(), new DutchUnlessAsked());
    }

    private Locale bundleLocale() {
        return locale.equals(Locale.ENGLISH) ? locale : Locale.ROOT;
    }

    private Object words(Argument argument) {
        return switch (argument) {
            case Argument.Count count -> count.value();
            case Argument.Metres metres -> distance(metres.value());
            case Argument.Day day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale.equals(Locale.ENGLISH) ? Locale.UK : locale)
                        .format(day.value());
            case Argument.Tongue tongue -> tongue.value().name(locale);
            case Argument.Tongues tongues ->
                list(new TreeSet<>(tongues.value())
                        .stream().map(tongue -> tongue.name(locale)).toList());
            case Argument.Speech speech -> speech.value().name();
            case Argument.Needs needs ->
                list(new TreeSet<>(needs.value())
                        .stream().map(need -> term(need.name())).toList());
            case Argument.Week week -> dayParts(week.value().list());
            case Argument.Time time ->
                NumberFormat.getNumberInstance(locale).format(time.value().toBigDecimal());
            case Argument.Name name -> name.value();
            case Argument.Said said -> say(said.value());
            case Argument.Term word -> term(word.value());
        };
    }

    /** Below a kilometre in tens of metres, above it in tenths of a kilometre. */
    private String distance(int metres) {
        if (metres < 995) {
            return (metres + 5) / 10 * 10 + " m";
        }
        NumberFormat tenths = NumberFormat.getNumberInstance(locale);
        tenths.setMinimumFractionDigits(1);
        tenths.setMaximumFractionDigits(1);
        return tenths.format(Math.round(metres / 100.0) / 10.0) + " km";
    }

    private String dayParts(List<DayPart> parts) {
        if (parts.size() > DAY_PARTS_NAMED) {
            return new MessageFormat(pattern("term.day-parts-counted"), locale).format(new Object[] {parts.size()});
        }
        return list(parts.stream().map(this::dayPart).toList());
    }

    private String dayPart(DayPart dayPart) {
        return new MessageFormat(pattern("term.day-part"), locale).format(new Object[] {
            term(dayPart.day().name()), term(dayPart.part().name())
        });
    }

    private String term(String name) {
        return pattern("term." + name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Words joined as in speech: a, b and c. */
    private String list(List<String> words) {
        return switch (words.size()) {
            case 0 -> term("NONE");
            case 1 -> words.getFirst();
            default ->
                String.join(", ", words.subList(0, words.size() - 1)) + " " + term("AND") + " " + words.getLast();
        };
    }

    /** Never falls back on the machine's own language. */
    private static final class DutchUnlessAsked extends ResourceBundle.Control {
        @Override
        public List<String> getFormats(String baseName) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String baseName, Locale locale) {
            return locale.equals(Locale.ROOT) ? List.of(Locale.ROOT) : Arrays.asList(locale, Locale.ROOT);
        }
    }
}
