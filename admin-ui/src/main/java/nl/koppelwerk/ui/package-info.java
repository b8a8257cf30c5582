/** The web application: pages by feature. */
@NullMarked
package nl.koppelwerk.ui;

import org.jspecify.annotations.NullMarked;
