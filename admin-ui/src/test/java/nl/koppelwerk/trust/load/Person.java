package nl.koppelwerk.trust.load;

/** Somebody who comes in once and then presses one thing after another. */
interface Person {
    /** Signs in, as this person does every day. */
    void comeIn();

    /** One press: a page with what belongs to it, or a form. */
    void press();

    Browser browser();
}
