/** Tests of the pages in a real browser. */
@NullMarked
package nl.koppelwerk.ui.browser;

import org.jspecify.annotations.NullMarked;
