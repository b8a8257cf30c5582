@NullMarked
package nl.koppelwerk.ui.referral;

import org.jspecify.annotations.NullMarked;
