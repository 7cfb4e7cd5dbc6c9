package de.stadttor.channels.phone.masking;

import java.util.List;

/** Finds one kind of what nobody may keep. Turns stand in lines of their own. */
@FunctionalInterface
interface Detector {

    List<Masked> in(String text);
}
