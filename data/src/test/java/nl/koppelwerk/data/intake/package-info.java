@NullMarked
package nl.koppelwerk.data.intake;

import org.jspecify.annotations.NullMarked;
