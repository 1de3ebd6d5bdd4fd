/** The words of the members page in English, as a file of its own. */
import { movingEn } from "#wording";

export default movingEn;
