package nl.koppelwerk.data.database;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Gives a test class a {@link TestDatabase} of its own: one server for all tests of the JVM, migrated once, copied for
 * each class. Ask for it as a parameter of the constructor or of a method.
 */
public final class DatabaseExtension extends TypeBasedParameterResolver<TestDatabase> {
    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Namespace here = ExtensionContext.Namespace.create(DatabaseExtension.class);
        TestServer server = context.getRoot()
                .getStore(here)
                .computeIfAbsent(TestServer.class, key -> new TestServer(), TestServer.class);
        ExtensionContext ofClass = context;
        while (ofClass.getTestClass().isPresent() && ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(here).computeIfAbsent(TestDatabase.class, key -> server.copy(), TestDatabase.class);
    }
}
