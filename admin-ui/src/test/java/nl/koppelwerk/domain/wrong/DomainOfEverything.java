package nl.koppelwerk.domain.wrong;

import ai.timefold.solver.core.api.solver.SolverFactory;
import com.google.ortools.Loader;
import java.sql.Connection;
import nl.koppelwerk.ui.wrong.FieldInjectedHelper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks what the domain and the matcher may know. */
class DomainOfEverything {
    SolverFactory<Object> solver;
    Loader loader;
    Connection connection;
    JdbcClient client;
    FieldInjectedHelper page;
}
