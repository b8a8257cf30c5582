package nl.koppelwerk.avoidedcost.review;

import nl.koppelwerk.avoidedcost.price.Product;

/**
 * One product of care in one calendar year, with and without the pairing.
 *
 * @param year calendar year
 * @param reference quantity expected without the pairing, in the unit of the product's price
 * @param actual quantity that there was, same unit
 * @param measuredAfterEnd whether what came after the pairing was measured; if not, it brings no benefit
 */
public record CareLine(
        Product product,
        int year,
        Beneficiary beneficiary,
        QuantityRange reference,
        QuantityRange actual,
        boolean measuredAfterEnd,
        EvidenceGrade evidence,
        Reductions reductions) {
    public CareLine withReference(QuantityRange range) {
        return new CareLine(product, year, beneficiary, range, actual, measuredAfterEnd, evidence, reductions);
    }

    public CareLine withActual(QuantityRange range) {
        return new CareLine(product, year, beneficiary, reference, range, measuredAfterEnd, evidence, reductions);
    }

    public CareLine withEvidence(EvidenceGrade grade) {
        return new CareLine(product, year, beneficiary, reference, actual, measuredAfterEnd, grade, reductions);
    }

    public CareLine withReductions(Reductions changed) {
        return new CareLine(product, year, beneficiary, reference, actual, measuredAfterEnd, evidence, changed);
    }
}
