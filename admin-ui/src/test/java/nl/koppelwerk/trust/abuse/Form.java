package nl.koppelwerk.trust.abuse;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A form as a page offers it, filled in as it stands there.
 *
 * @param blank one for each name that somebody can type or choose something for, files left out
 * @param choices what can be chosen for a name, and what stands there now
 * @param plausible filled in as somebody would who leaves nothing open
 */
record Form(
        String action,
        boolean post,
        List<Sent.Field> filled,
        List<String> blank,
        Map<String, Set<String>> choices,
        List<Sent.Field> plausible) {
    /** The forms of a page, from its HTML as a browser would read it. */
    static List<Form> on(String html) {
        try {
            HtmlDocumentBuilder builder = new HtmlDocumentBuilder(XmlViolationPolicy.ALTER_INFOSET);
            Document page = builder.parse(new InputSource(new StringReader(html)));
            return elements(page.getElementsByTagName("form")).map(Form::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Form read(Element form) {
        List<Sent.Field> filled = new ArrayList<>();
        List<Sent.Field> plausible = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        for (String kind : List.of("input", "select", "textarea", "button")) {
            elements(form.getElementsByTagName(kind))
                    .filter(field -> !field.getAttribute("name").isEmpty()
                            && !field.getAttribute("name").equals("_csrf")
                            && !field.getAttribute("type").equals("file"))
                    .forEach(field -> {
                        names.add(field.getAttribute("name"));
                        choices.computeIfAbsent(field.getAttribute("name"), name -> new LinkedHashSet<>())
                                .addAll(offered(field));
                        value(field).forEach(text -> filled.add(new Sent.Field(field.getAttribute("name"), text)));
                        Stated.of(field).ifPresent(text -> {
                            if (!radioSaid(field, plausible)) {
                                plausible.add(new Sent.Field(field.getAttribute("name"), text));
                            }
                        });
                    });
        }
        return new Form(
                form.getAttribute("action"),
                "post".equalsIgnoreCase(form.getAttribute("method")),
                filled,
                names.stream().distinct().toList(),
                choices,
                plausible);
    }

    /** Of radios and of buttons, that come one by one, the first is enough. */
    private static boolean radioSaid(Element field, List<Sent.Field> said) {
        return List.of("radio", "submit").contains(field.getAttribute("type"))
                && said.stream().anyMatch(one -> one.name().equals(field.getAttribute("name")));
    }

    private static Set<String> offered(Element field) {
        Stream<Element> options =
                field.getTagName().equals("select") ? elements(field.getElementsByTagName("option")) : Stream.of(field);
        return options.map(option -> option.getAttribute("value")).collect(Collectors.toSet());
    }

    private static Stream<String> value(Element field) {
        return switch (field.getTagName()) {
            case "select" ->
                elements(field.getElementsByTagName("option"))
                        .filter(option -> option.hasAttribute("selected"))
                        .map(option -> option.getAttribute("value"));
            case "textarea" -> Stream.of(field.getTextContent());
            case "button" -> Stream.empty();
            default ->
                List.of("checkbox", "radio").contains(field.getAttribute("type")) && !field.hasAttribute("checked")
                        ? Stream.empty()
                        : Stream.of(field.getAttribute("value"));
        };
    }

    /** As filled in, but for one field. */
    List<Sent.Field> with(String name, String value) {
        return with(filled, name, value);
    }

    static List<Sent.Field> with(List<Sent.Field> filled, String name, String value) {
        return Stream.concat(
                        filled.stream().filter(field -> !field.name().equals(name)),
                        Stream.of(new Sent.Field(name, value)))
                .toList();
    }

    static Stream<Element> elements(NodeList nodes) {
        BiFunction<NodeList, Integer, Element> at = (list, index) -> (Element) list.item(index);
        return IntStream.range(0, nodes.getLength()).mapToObj(index -> at.apply(nodes, index));
    }
}
