package nl.koppelwerk.data.acute;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.data.signup.SignUp.Signal;

/** Numbers of the country that are open day and night, each with where it was found. */
public enum Helpline {
    /** Police, fire brigade, ambulance. */
    EMERGENCY("112", "112", "https://www.112.nl", Signal.DANGER, Signal.VIOLENCE, Signal.DESPAIR),
    /** Domestic violence and child abuse; free. */
    SAFE_AT_HOME(
            "0800-2000",
            "08002000",
            "https://www.rijksoverheid.nl/onderwerpen/huiselijk-geweld/vraag-en-antwoord/wat-moet-ik-doen-bij-huiselijk-geweld",
            Signal.DANGER,
            Signal.VIOLENCE),
    /** Thoughts of suicide; free, as is 113. */
    SUICIDE_PREVENTION("0800-0113", "08000113", "https://www.113.nl", Signal.DESPAIR, Signal.EXHAUSTED);

    /** The day on which the numbers were held against their sources. */
    public static final LocalDate CHECKED = LocalDate.of(2026, 11, 22);

    private final String number;
    private final String dialled;
    private final String source;
    private final Set<Signal> signals;

    Helpline(String number, String dialled, String source, Signal... signals) {
        this.number = number;
        this.dialled = dialled;
        this.source = source;
        this.signals = EnumSet.copyOf(Arrays.asList(signals));
    }

    /** Those that any of it asks for. */
    public static List<Helpline> of(Set<Signal> said) {
        return Arrays.stream(values())
                .filter(line -> line.signals.stream().anyMatch(said::contains))
                .toList();
    }

    public String number() {
        return number;
    }

    /** As an address of a telephone has it. */
    public String dialled() {
        return dialled;
    }

    public String source() {
        return source;
    }
}
