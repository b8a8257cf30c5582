package nl.koppelwerk.ui.access;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.ui.access.TwoOrganisations.Whose;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One address of ours with the verbs that its controllers take, each with the roles that it is open to. */
public record Mapping(String pattern, Map<RequestMethod, HandlerMethod> handlers) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^}]*\\})*))?\\}");

    /** Texts that a page reads as something else than a number. */
    private static final Map<String, String> TEXTS =
            Map.of("municipality", "Rotterdam", "until", "2026-12-01", "date", "2026-12-01", "on", "2026-12-01");

    /** Variables that name no object but what is to be done. */
    private static final Map<String, String> WORDS = Map.of("form", "pause");

    public static List<Mapping> all(ApplicationContext context) {
        Map<String, Map<RequestMethod, HandlerMethod>> found = new LinkedHashMap<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> {
                    if (method.getBeanType().getName().startsWith("nl.koppelwerk")) {
                        for (String pattern : info.getPatternValues()) {
                            Set<RequestMethod> verbs =
                                    info.getMethodsCondition().getMethods();
                            (verbs.isEmpty() ? Set.of(RequestMethod.values()) : verbs)
                                    .forEach(verb -> found.computeIfAbsent(pattern, key -> new LinkedHashMap<>())
                                            .put(verb, method));
                        }
                    }
                });
        return found.entrySet().stream()
                .map(entry -> new Mapping(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparing(Mapping::pattern))
                .toList();
    }

    /** HEAD goes where GET goes. */
    public Optional<HandlerMethod> handler(RequestMethod verb) {
        return Optional.ofNullable(handlers.get(verb == RequestMethod.HEAD ? RequestMethod.GET : verb));
    }

    public static Set<Role> openTo(HandlerMethod method) {
        return Stream.of(
                        Optional.ofNullable(method.getMethodAnnotation(OpenTo.class)),
                        Optional.ofNullable(method.getBeanType().getAnnotation(OpenTo.class)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(open -> Set.of(open.value()))
                .orElseThrow(() -> new AssertionError(method + " does not say @OpenTo"));
    }

    /** Places in the address that name an object; a word out of a list names none. */
    public List<String> places() {
        List<String> places = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(pattern);
        while (variable.find()) {
            if (word(variable).isEmpty()) {
                places.add(plain(pattern.substring(0, variable.end())));
            }
        }
        return places;
    }

    /** The address with an object at each place; with {@code mixed} only the last one is somebody else's. */
    public String address(TwoOrganisations objects, Whose whose, boolean mixed) {
        List<String> places = places();
        Matcher variable = VARIABLE.matcher(pattern);
        StringBuilder address = new StringBuilder();
        int place = 0;
        while (variable.find()) {
            Optional<String> word = word(variable);
            boolean last = place == places.size() - 1;
            String filled = word.isPresent()
                    ? word.get()
                    : objects.object(places.get(place++), mixed && !last ? Whose.OWN : whose);
            variable.appendReplacement(address, filled);
        }
        return variable.appendTail(address).toString();
    }

    private static Optional<String> word(Matcher variable) {
        return Optional.ofNullable(WORDS.get(variable.group(1))).or(() -> listed(variable));
    }

    private static Optional<String> listed(Matcher variable) {
        return Optional.ofNullable(variable.group(2))
                .filter(given -> given.matches("[a-z-]+(\\|[a-z-]+)*"))
                .map(given -> given.split("\\|", -1)[0]);
    }

    private static String plain(String address) {
        return VARIABLE.matcher(address).replaceAll("{$1}");
    }

    /** Something of the right kind for each parameter, so that a request gets as far as the object. */
    public static Map<String, String> parameters(HandlerMethod method, TwoOrganisations objects) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .collect(Collectors.toMap(Mapping::name, parameter -> value(parameter, objects), (one, other) -> one));
    }

    private static String name(MethodParameter parameter) {
        RequestParam given = java.util.Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        Method method = java.util.Objects.requireNonNull(parameter.getMethod());
        String own = method.getParameters()[parameter.getParameterIndex()].getName();
        return given.name().isEmpty() ? given.value().isEmpty() ? own : given.value() : given.name();
    }

    private static String value(MethodParameter parameter, TwoOrganisations objects) {
        Class<?> type = parameter.getParameterType();
        Class<?> inner = type == Optional.class || java.util.Collection.class.isAssignableFrom(type)
                ? ResolvableType.forMethodParameter(parameter).resolveGeneric(0)
                : type;
        if (inner == UUID.class) {
            return objects.object("{" + name(parameter) + "}", Whose.OWN);
        }
        if (inner != null && inner.isEnum()) {
            return inner.getEnumConstants()[0].toString();
        }
        if (inner == LocalDate.class) {
            return "2026-11-21";
        }
        if (inner == YearMonth.class) {
            return "2026-11";
        }
        if (inner == boolean.class || inner == Boolean.class) {
            return "true";
        }
        return inner == String.class ? TEXTS.getOrDefault(name(parameter), "1") : "1";
    }
}
