package nl.koppelwerk.fit.language;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.language.SharedLanguage;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.fit.rule.Weighing;
import nl.koppelwerk.sentence.Argument;

/** The better both speak their best shared language, the better: the mother tongue of both gets all points. */
public final class SpeechLevel extends Weighing<Languages, Languages> {
    public SpeechLevel() {
        super("language-level", 25);
    }

    @Override
    public Languages asked(Asking asking) {
        return asking.family().languages();
    }

    @Override
    public Languages offered(Offering offering) {
        return offering.volunteer().languages();
    }

    @Override
    protected int points(Languages asked, Languages offered) {
        return shared(asked, offered)
                .map(shared -> switch (shared.level()) {
                    case A1 -> 100;
                    case A2 -> 300;
                    case B1 -> 550;
                    case B2 -> 750;
                    case C1 -> 900;
                    case C2 -> MOST;
                })
                .orElse(0);
    }

    private static Optional<SharedLanguage> shared(Languages asked, Languages offered) {
        return asked.shared(offered, Level.A1);
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.UNKNOWN);
    }

    @Override
    protected Outcome outcome(Languages asked, Languages offered, int metres) {
        return shared(asked, offered).isEmpty() ? Outcome.UNKNOWN : super.outcome(asked, offered, metres);
    }

    @Override
    protected List<Argument> figures(Languages asked, Languages offered, int metres) {
        return shared(asked, offered)
                .<List<Argument>>map(
                        shared -> List.of(new Argument.Tongue(shared.language()), new Argument.Speech(shared.level())))
                .orElse(List.of());
    }
}
