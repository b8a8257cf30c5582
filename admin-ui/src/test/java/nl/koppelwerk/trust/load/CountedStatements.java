package nl.koppelwerk.trust.load;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Counts what an application asks its database, and how long it waits for the answers. */
public final class CountedStatements {
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();

    /** @param nanos from the question to the first of the answer */
    public record Count(long statements, long nanos) {
        public Count since(Count earlier) {
            return new Count(statements - earlier.statements, nanos - earlier.nanos);
        }
    }

    public Count now() {
        return new Count(statements.get(), nanos.get());
    }

    /** Puts the counter between an application and its data source. */
    public ApplicationContextInitializer<ConfigurableApplicationContext> counting() {
        return context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? counted(source) : bean;
            }
        });
    }

    private DataSource counted(DataSource source) {
        return proxy(DataSource.class, source, false);
    }

    private <T> T proxy(Class<T> type, Object target, boolean statement) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            boolean asks = statement && method.getName().startsWith("execute");
            long start = System.nanoTime();
            try {
                Object answer = method.invoke(target, given);
                return switch (answer) {
                    case Connection connection -> proxy(Connection.class, connection, false);
                    case Statement one when !statement -> proxy(kind(method.getReturnType()), one, true);
                    case null, default -> answer;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                if (asks) {
                    statements.incrementAndGet();
                    nanos.addAndGet(System.nanoTime() - start);
                }
            }
        }));
    }

    private static Class<?> kind(Class<?> returned) {
        return Statement.class.isAssignableFrom(returned) ? returned : Statement.class;
    }
}
