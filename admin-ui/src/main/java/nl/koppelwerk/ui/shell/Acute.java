package nl.koppelwerk.ui.shell;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.acute.CrisisLines;
import nl.koppelwerk.data.acute.CrisisLines.CrisisLine;
import nl.koppelwerk.data.acute.Emergencies;
import nl.koppelwerk.data.acute.Emergency;
import nl.koppelwerk.data.acute.Helpline;
import nl.koppelwerk.data.signup.SignUp.Signal;
import org.springframework.stereotype.Component;

/** What cannot wait, with whom to call, for every page that shows it; inside the organisation of the reader. */
@Component
public class Acute {
    private final Emergencies emergencies;
    private final CrisisLines lines;

    Acute(Emergencies emergencies, CrisisLines lines) {
        this.emergencies = emergencies;
        this.lines = lines;
    }

    /**
     * An emergency as a page shows it.
     *
     * @param crisis the service of the municipality; empty: nobody wrote it down
     */
    public record Shown(Emergency emergency, Optional<CrisisLine> crisis) {
        public LocalDate checked() {
            return Helpline.CHECKED;
        }

        /** Where it is about. */
        public String page() {
            return (emergency.whose().registration() ? "/registrations/" : "/families/")
                    + emergency.whose().id();
        }
    }

    /** A sign that can be noted, with whom to call for it. */
    public record Sign(Signal signal, List<Helpline> helplines) {}

    /** All that can be noted, the most pressing first. */
    public static List<Sign> signs() {
        return Arrays.stream(Signal.values())
                .map(signal -> new Sign(signal, Helpline.of(Set.of(signal))))
                .toList();
    }

    public List<Shown> open() {
        return emergencies.open().stream().map(this::shown).toList();
    }

    /** What is open of a family or a registration. */
    public Optional<Shown> openOf(UUID whose) {
        return emergencies.openOf(whose).map(this::shown);
    }

    /** What was dealt with before. */
    public List<Shown> handledOf(UUID whose) {
        return emergencies.of(whose).stream()
                .filter(one -> one.handled().isPresent())
                .map(this::shown)
                .toList();
    }

    private Shown shown(Emergency emergency) {
        return new Shown(emergency, lines.find(emergency.whose().municipality()));
    }
}
