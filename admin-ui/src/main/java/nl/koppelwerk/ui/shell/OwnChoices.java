package nl.koppelwerk.ui.shell;

import java.text.Collator;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.data.imports.row.LanguageWords;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.PartOfDay;

/** What there is to choose from on the pages that are not for staff, and how days are said, in the language of the page. */
public record OwnChoices(Locale locale) {
    private static final Map<Locale, List<Named>> LANGUAGES = new ConcurrentHashMap<>();

    /** A language of the list, in the words of the page. */
    public record Named(String code, String name) {}

    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    public List<PartOfDay> parts() {
        return List.of(PartOfDay.values());
    }

    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** As forms say it: {@code wed-afternoon}. */
    public String dayPart(DayOfWeek day, PartOfDay part) {
        return new DayPart(day, part).toString();
    }

    public List<Need> needs() {
        return List.of(Need.values());
    }

    public List<Level> levels() {
        return List.of(Level.values());
    }

    /** Worked out once for each language of the pages: it is all of them for each row of a form. */
    public List<Named> languages() {
        return LANGUAGES.computeIfAbsent(locale, fresh -> named());
    }

    private List<Named> named() {
        Collator order = Collator.getInstance(locale);
        return LanguageWords.all().stream()
                .map(language -> new Named(language.code(), name(language)))
                .sorted((one, other) -> order.compare(one.name(), other.name()))
                .toList();
    }

    /** Where a language has no word for another, the Dutch one stands. */
    public String name(Language language) {
        String name = language.name(locale);
        return name.equals(language.code()) ? language.name(ReaderLanguage.DUTCH) : name;
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(written())
                .format(date);
    }

    /** @param moment a day and a time on the wall clock that is meant */
    public String moment(TemporalAccessor moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(written())
                .format(moment);
    }

    /** English with the day before the month. */
    private Locale written() {
        return locale.getLanguage().equals("en") ? Locale.UK : locale;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
