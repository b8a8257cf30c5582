@NullMarked
package nl.koppelwerk.referral;

import org.jspecify.annotations.NullMarked;
