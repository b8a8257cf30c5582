package nl.koppelwerk.ui.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;

/** Days that somebody can mean. Java knows days of a thousand million years ahead, of which the database knows nothing. */
public final class Days implements AnnotationFormatterFactory<DateTimeFormat> {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** The day that a form says; nothing when it is none that a form can mean. */
    public static Optional<LocalDate> find(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    public Set<Class<?>> getFieldTypes() {
        return Set.of(LocalDate.class);
    }

    @Override
    public Printer<?> getPrinter(DateTimeFormat annotation, Class<?> type) {
        return (day, locale) -> day.toString();
    }

    @Override
    public Parser<?> getParser(DateTimeFormat annotation, Class<?> type) {
        return (text, locale) ->
                find(text).orElseThrow(() -> new IllegalArgumentException("no day between the years 1900 and 2200"));
    }
}
