package nl.koppelwerk.avoidedcost.price;

/**
 * A product of care as municipalities code it: a category of two digits, and the municipality's own code within it.
 *
 * @param category product category of the iJw or iWmo standard, two digits, for instance 45 (ambulant youth care)
 * @param code the municipality's code within the category
 */
public record Product(String category, String code) implements Comparable<Product> {
    public Product {
        if (!category.matches("[0-9]{2}") || code.isBlank()) {
            throw new IllegalArgumentException("not a product of care: category " + category + ", code " + code);
        }
    }

    @Override
    public int compareTo(Product other) {
        int byCategory = category.compareTo(other.category);
        return byCategory != 0 ? byCategory : code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return category + "/" + code;
    }
}
