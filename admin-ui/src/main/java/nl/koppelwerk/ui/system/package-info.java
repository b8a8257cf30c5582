/** For who keeps the software running: organisations and how their runs go, nothing of persons. */
@NullMarked
package nl.koppelwerk.ui.system;

import org.jspecify.annotations.NullMarked;
