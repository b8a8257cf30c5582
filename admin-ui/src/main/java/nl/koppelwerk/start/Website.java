package nl.koppelwerk.start;

import java.util.concurrent.CountDownLatch;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.ui.WebApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The running web application of a command. */
final class Website implements AutoCloseable {
    private final Console console;
    private final ConfigurableApplicationContext application;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Website(Console console, ConfigurableApplicationContext application) {
        this.console = console;
        this.application = application;
        ApplicationListener<ContextClosedEvent> listener = event -> closed.countDown();
        application.addApplicationListener(listener);
    }

    /** @throws Refusal when the port is taken or the database does not start */
    static Website start(Console console) {
        return start(console, new ApplicationStart(console));
    }

    /** @throws Refusal when the port is taken or the database does not start */
    static Website start(Console console, ApplicationStart start) {
        try {
            return new Website(console, start.start(WebApplication.class, WebApplicationType.SERVLET));
        } catch (RuntimeException e) {
            throw ApplicationStart.cause(e, PortInUseException.class)
                    .<RuntimeException>map(
                            taken -> new Refusal(ExitCode.FAILED, "start.port", String.valueOf(taken.getPort())))
                    .orElse(e);
        }
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    void sayWhere() {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        console.say("serve.ready", "http://localhost:" + port);
        console.say("serve.stop");
    }

    /** Until somebody stops the program. */
    void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
