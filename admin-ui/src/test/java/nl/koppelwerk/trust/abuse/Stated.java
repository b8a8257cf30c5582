package nl.koppelwerk.trust.abuse;

import java.util.Optional;
import org.w3c.dom.Element;

/** What somebody would state in a field of a form who fills in everything: of the right kind, and short. */
final class Stated {
    /** What is typed where an e-mail address is asked, also of an account. */
    static final String ADDRESS = "iemand@voorbeeld.example";

    private Stated() {}

    /** Nothing for a button that is not pressed and for what the software itself fills in with nothing. */
    static Optional<String> of(Element field) {
        String value = field.getAttribute("value");
        return switch (field.getTagName()) {
            case "select" -> chosen(field);
            case "textarea" ->
                Optional.of(field.getTextContent().isBlank() ? "Een paar woorden." : field.getTextContent());
            case "button" -> value.isEmpty() ? Optional.empty() : Optional.of(value);
            default -> input(field.getAttribute("type"), field.getAttribute("name"), value);
        };
    }

    private static Optional<String> input(String type, String name, String value) {
        return switch (type) {
            case "checkbox", "radio", "hidden", "submit" -> Optional.of(value);
            case "button", "reset", "image" -> Optional.empty();
            default -> Optional.of(value.isBlank() ? typed(type, name) : value);
        };
    }

    private static String typed(String type, String name) {
        return switch (type) {
            case "date" -> "2026-12-01";
            case "datetime-local" -> "2026-12-01T10:00";
            case "month" -> "2026-12";
            case "time" -> "10:00";
            case "number", "range" -> "2";
            case "email" -> ADDRESS;
            case "tel" -> "0612345678";
            case "url" -> "https://voorbeeld.example/";
            case "password" -> "een-lang-wachtwoord-48";
            default -> word(name);
        };
    }

    private static String word(String name) {
        if (name.matches("(?i).*(postcode|postalcode).*")) {
            return "3021";
        }
        return name.matches("(?i).*(email|mail).*")
                ? ADDRESS
                : name.matches("(?i).*(phone|number).*") ? "0612345678" : "Tekst";
    }

    /** What is chosen, else the last that says something. */
    private static Optional<String> chosen(Element field) {
        return Form.elements(field.getElementsByTagName("option"))
                .filter(option -> option.hasAttribute("selected")
                        && !option.getAttribute("value").isEmpty())
                .map(option -> option.getAttribute("value"))
                .findFirst()
                .or(() -> Form.elements(field.getElementsByTagName("option"))
                        .map(option -> option.getAttribute("value"))
                        .filter(value -> !value.isEmpty())
                        .reduce((one, next) -> next));
    }
}
