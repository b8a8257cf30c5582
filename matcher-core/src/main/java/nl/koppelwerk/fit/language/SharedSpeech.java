package nl.koppelwerk.fit.language;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.language.SharedLanguage;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.sentence.Argument;

/** Both speak one language at the level that the programme asks: most contact problems disappear then. */
public final class SharedSpeech extends Forbidding<SharedSpeech.Asked, Languages> {
    /** What the family speaks, and the level that both must have. */
    public record Asked(Languages languages, Level atLeast) {}

    public SharedSpeech() {
        super("shared-language");
    }

    @Override
    public Asked asked(Asking asking) {
        return new Asked(asking.family().languages(), asking.programme().rules().languageLevel());
    }

    @Override
    public Languages offered(Offering offering) {
        return offering.volunteer().languages();
    }

    /** The language that the two will talk in. */
    public Optional<SharedLanguage> best(Asked asked, Languages offered) {
        return asked.languages.shared(offered, asked.atLeast);
    }

    @Override
    protected boolean allows(Asked asked, Languages offered) {
        return best(asked, offered).isPresent();
    }

    @Override
    protected List<Argument> figures(Asked asked, Languages offered, int metres) {
        return best(asked, offered)
                .<List<Argument>>map(
                        shared -> List.of(new Argument.Tongue(shared.language()), new Argument.Speech(asked.atLeast)))
                .orElseGet(() -> List.of(
                        new Argument.Tongues(asked.languages.speaking().keySet()),
                        new Argument.Tongues(offered.speaking().keySet()),
                        new Argument.Speech(asked.atLeast)));
    }
}
