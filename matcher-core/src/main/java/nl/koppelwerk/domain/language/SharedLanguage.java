package nl.koppelwerk.domain.language;

/**
 * A language that two people can talk in.
 *
 * @param level the level of the one who speaks it least
 */
public record SharedLanguage(Language language, Level level) {
    boolean betterThan(SharedLanguage other) {
        return level != other.level ? level.atLeast(other.level) : language.equals(Language.DUTCH);
    }
}
