/** Tests of what the pages share. */
@NullMarked
package nl.koppelwerk.ui.shell;

import org.jspecify.annotations.NullMarked;
