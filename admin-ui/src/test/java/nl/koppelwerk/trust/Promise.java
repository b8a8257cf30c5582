package nl.koppelwerk.trust;

/**
 * One promise, tried.
 *
 * @param tries how often, or of what how many
 * @param found what the tries came to, in figures
 * @param goal what they were to come to
 * @param met whether they did; a promise that was not tried is not met
 */
public record Promise(String promise, long tries, String found, String goal, boolean met) {}
