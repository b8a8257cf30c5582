package nl.koppelwerk.trust.abuse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.trust.abuse.Grounds.Answer;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import nl.koppelwerk.ui.access.Mapping;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import nl.koppelwerk.ui.access.TwoOrganisations.Whose;
import nl.koppelwerk.ui.shell.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;

/** Every page that somebody may open, with an own object, and the forms on it: from the mappings and the pages themselves. */
record Site(List<Page> pages) {
    /** @param by nobody in particular for pages that are open to everybody */
    record Page(@Nullable Reader by, String pattern, String address, List<String> parameters, List<Form> forms) {
        /** Where a form goes to: the page itself when it does not say. */
        String target(Form form) {
            String to = form.action().isEmpty()
                    ? address
                    : URI.create(address).resolve(form.action()).toString();
            return form.post() ? to : to.replaceAll("\\?.*", "");
        }

        String who() {
            return by == null ? "anybody" : by.name();
        }
    }

    /** A form that somebody can send, once for each of its kind. */
    record Door(Page page, Form form) {
        Sent sent(List<Sent.Field> fields) {
            return new Sent(
                    page.by(), form.post() ? HttpMethod.POST : HttpMethod.GET, page.target(form), List.copyOf(fields));
        }

        String name() {
            return target() + " by " + page.who();
        }

        /** Where it goes to, whoever sends it. */
        String target() {
            return (form.post() ? "POST " : "GET ") + plain(page.target(form));
        }
    }

    static Site of(Grounds grounds) {
        List<Page> pages = new ArrayList<>();
        for (Mapping mapping : Mapping.all(grounds.pages().context())) {
            mapping.handler(RequestMethod.GET).ifPresent(handler -> {
                Set<Role> roles = Mapping.openTo(handler);
                List<Reader> readers = new ArrayList<>();
                for (Reader reader : Reader.values()) {
                    if (roles.contains(reader.role)) {
                        readers.add(reader);
                    }
                }
                List<String> parameters = Mapping.parameters(handler, grounds.objects()).keySet().stream()
                        .toList();
                if (roles.isEmpty()) {
                    opened(grounds, null, mapping, parameters).ifPresent(pages::add);
                }
                readers.forEach(
                        reader -> opened(grounds, reader, mapping, parameters).ifPresent(pages::add));
            });
        }
        return new Site(pages);
    }

    private static Optional<Page> opened(
            Grounds grounds, @Nullable Reader by, Mapping mapping, List<String> parameters) {
        String address = mapping.address(grounds.objects(), Whose.OWN, false);
        Answer answer = grounds.undone(() -> grounds.send(new Sent(by, HttpMethod.GET, address, List.of())));
        boolean page = answer.status() == 200 && answer.body().contains("<html");
        return answer.status() >= 400 && !page && answer.status() != 400
                ? Optional.empty()
                : Optional.of(new Page(
                        by, mapping.pattern(), address, parameters, page ? Form.on(answer.body()) : List.of()));
    }

    /** Each kind of form once for each reader. */
    List<Door> doors() {
        Map<String, Door> doors = new TreeMap<>();
        for (Page page : pages) {
            for (Form form : page.forms()) {
                Door door = new Door(page, form);
                doors.putIfAbsent(door.name() + " " + form.blank(), door);
            }
        }
        return List.copyOf(doors.values());
    }

    /** What goes on in the background is not taken back with the form that began it. */
    static boolean leavesWorkRunning(Door door) {
        return door.form().post()
                && door.name()
                        .matches(
                                "POST /(runs|runs/.*/replays|capacity|rules/.*/tries|forgotten-password|own/ask|login)( .*)?");
    }

    private static String plain(String address) {
        return address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}").replaceAll("/\\d+", "/{number}");
    }
}
