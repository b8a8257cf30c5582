package nl.koppelwerk.ui.wrong;

import java.time.LocalDate;
import nl.koppelwerk.ui.wronger.OtherFeature;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks what a page may do, and closes a cycle with the domain. */
public class FieldInjectedHelper {
    @Autowired
    OtherFeature other;

    nl.koppelwerk.domain.wrong.PublicThing thing;

    void print() {
        System.out.println(LocalDate.now());
    }
}
