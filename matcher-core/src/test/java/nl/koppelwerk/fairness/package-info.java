@NullMarked
package nl.koppelwerk.fairness;

import org.jspecify.annotations.NullMarked;
