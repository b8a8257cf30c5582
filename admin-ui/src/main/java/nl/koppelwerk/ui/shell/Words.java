package nl.koppelwerk.ui.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.Wishes;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.sentence.Sentences;
import org.springframework.context.MessageSource;

/** Says figures and terms the way the reader of a page is used to; pages call it {@code words}. */
public final class Words {
    private static final Locale NETHERLANDS = Locale.of("nl", "NL");

    private final MessageSource messages;
    private final Locale locale;
    private final Clock clock;
    private final Sentences sentences;

    Words(MessageSource messages, Locale locale, Clock clock) {
        this.messages = messages;
        this.locale = locale;
        this.clock = clock;
        this.sentences = new Sentences(locale);
    }

    public String say(Sentence sentence) {
        return sentences.say(sentence);
    }

    /** A message of the pages. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The first of these messages that there is. */
    public Optional<String> find(String... keys) {
        return Stream.of(keys)
                .map(key -> Optional.ofNullable(messages.getMessage(key, null, null, locale)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What says itself in the language of a reader, in that of this one. */
    public String inLanguage(Function<Locale, String> saying) {
        return saying.apply(locale);
    }

    /** A number with the decimals that it has. */
    public String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        BigDecimal bare = number.stripTrailingZeros();
        format.setMaximumFractionDigits(Math.max(0, bare.scale()));
        return format.format(bare);
    }

    /** An amount in euros and cents. */
    public String euros(BigDecimal euros) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale.equals(Locale.ENGLISH) ? Locale.UK : NETHERLANDS);
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(euros);
    }

    /** An amount that is known to the euro or less well. */
    public String wholeEuros(BigDecimal euros) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale.equals(Locale.ENGLISH) ? Locale.UK : NETHERLANDS);
        format.setCurrency(Currency.getInstance("EUR"));
        format.setMaximumFractionDigits(0);
        return format.format(euros);
    }

    /** One amount, or from the lowest to the highest. */
    public String euros(BigDecimal lowest, BigDecimal highest) {
        return lowest.equals(highest) ? euros(lowest) : say("range", euros(lowest), euros(highest));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A share in tenths of a percent, rounded up: it says what something is at most. */
    public String percent(Optional<Double> share) {
        return share.map(this::percent).orElseGet(() -> say("none"));
    }

    /** A share in whole percents. */
    public String share(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.CEILING);
        return format.format(BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_UP));
    }

    public String distance(int metres) {
        return metres == 0 ? say("distance.none") : sentences.say(new Argument.Metres(metres));
    }

    public String date(LocalDate date) {
        return sentences.say(new Argument.Day(date));
    }

    public String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale.equals(Locale.ENGLISH) ? Locale.UK : locale)
                .format(instant.atZone(clock.getZone()));
    }

    public String duration(Optional<Duration> duration) {
        return duration.map(this::duration).orElseGet(() -> say("none"));
    }

    public String duration(Duration duration) {
        return duration.toMinutes() == 0
                ? say("duration.seconds", duration.toSeconds())
                : say("duration.minutes", duration.toMinutes(), duration.toSecondsPart());
    }

    /** Whole days until today; 0 for a day to come. */
    public long daysSince(LocalDate date) {
        return Math.max(0, ChronoUnit.DAYS.between(date, LocalDate.now(clock)));
    }

    public String language(Language language) {
        return sentences.say(new Argument.Tongue(language));
    }

    public String languages(Languages languages) {
        return joined(languages.speaking().entrySet().stream()
                .map(entry -> say("fact.languageAt", language(entry.getKey()), entry.getValue()))
                .toList());
    }

    public String dayParts(DayParts dayParts) {
        return sentences.say(new Argument.Week(dayParts));
    }

    public String hours(Hours hours) {
        return sentences.say(new Argument.Time(hours));
    }

    public String needs(Set<Need> needs) {
        return sentences.say(new Argument.Needs(needs));
    }

    public String kind(SupportKind kind) {
        return term(kind.name());
    }

    /** A word of the product, for instance the name of a weekday. */
    public String term(String name) {
        return sentences.say(new Argument.Term(name));
    }

    /** Parents and children, with the ages that the children reach this year. */
    public String household(Household household, List<Integer> birthYears) {
        int year = LocalDate.now(clock).getYear();
        List<String> ages =
                birthYears.stream().map(birth -> Integer.toString(year - birth)).toList();
        return say(
                "fact.householdOf",
                say("household." + household),
                say("fact.children", birthYears.size(), listed(ages)));
    }

    public String wishes(Wishes wishes) {
        List<String> said = new ArrayList<>();
        if (wishes.womanOnly()) {
            said.add(say("wish.womanOnly"));
        }
        if (wishes.petsUnwelcome()) {
            said.add(say("wish.petsUnwelcome"));
        }
        if (wishes.otherStreet()) {
            said.add(say("wish.otherStreet"));
        }
        if (wishes.otherSchool()) {
            said.add(say("wish.otherSchool"));
        }
        wishes.maximumDistanceMetres().ifPresent(metres -> said.add(say("wish.maximumDistance", distance(metres))));
        return joined(said);
    }

    public String limits(Limits limits) {
        List<String> said = new ArrayList<>();
        said.add(say("limit.ages", limits.childAgeMin(), limits.childAgeMax()));
        said.add(say("limit.children", limits.maximumChildren()));
        if (!limits.heavyCases()) {
            said.add(say("limit.heavy"));
        }
        if (limits.petsUnwelcome()) {
            said.add(say("limit.pets"));
        }
        if (!limits.notThese().isEmpty()) {
            said.add(say("limit.notThese", needs(limits.notThese())));
        }
        return joined(said);
    }

    /** As in speech: 5, 7 and 9. */
    private String listed(List<String> said) {
        int last = said.size() - 1;
        return last < 1
                ? String.join("", said)
                : String.join(", ", said.subList(0, last)) + " " + term("AND") + " " + said.get(last);
    }

    public String joined(List<String> said) {
        return said.isEmpty() ? say("none") : String.join(", ", said);
    }
}
