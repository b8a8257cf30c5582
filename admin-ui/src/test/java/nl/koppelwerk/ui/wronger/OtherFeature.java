package nl.koppelwerk.ui.wronger;

/** Another feature's class, which {@code wrong} must not know. */
public class OtherFeature {}
