package nl.koppelwerk.domain.wrong;

/** The way back from pages to the domain. */
public class PublicThing {}
