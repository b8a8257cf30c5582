/** Builders of made-up people for tests: what a test does not name is harmless. */
@NullMarked
package nl.koppelwerk.example;

import org.jspecify.annotations.NullMarked;
