/** Tests of the intake of a family. */
@NullMarked
package nl.koppelwerk.ui.person.intake;

import org.jspecify.annotations.NullMarked;
