/** What every page shares: the frame, the language, the words, the person who is signed in, and error pages. */
@NullMarked
package nl.koppelwerk.ui.shell;

import org.jspecify.annotations.NullMarked;
