package nl.koppelwerk.avoidedcost.price;

/** Who pays for a product: the Dutch act it falls under. */
public enum Payer {
    JEUGDWET,
    WMO,
    ZVW,
    PARTICIPATIEWET,
    OTHER
}
